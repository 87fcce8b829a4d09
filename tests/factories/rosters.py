"""Lists as operators have them: CSV in any encoding, workbooks, and their rows."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

HEADINGS = ("氏名", "よみがな", "メール", "会社", "入社", "退社", "部署", "役職")


def a_row(number: int, **changes: str) -> list[str]:
    """A good row, with changes by heading."""
    row = {
        "氏名": f"佐藤 凪{number}",
        "よみがな": "さとう なぎ",
        "メール": f"nagi{number}@people.example",
        "会社": "",
        "入社": "2010/4",
        "退社": "2019年9月",
        "部署": "開発部",
        "役職": "課長",
    }
    return [*(row | changes).values()]


def as_csv(rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig", *, headings: Sequence[str] = HEADINGS) -> bytes:
    """A file as a spreadsheet program writes it."""
    lines = [",".join(f'"{cell}"' if "," in cell or "\n" in cell else cell for cell in row) for row in (headings, *rows)]
    return "".join(f"{line}\r\n" for line in lines).encode(encoding)


def as_workbook(rows: Iterable[Sequence[Any]], *, headings: Sequence[str] = HEADINGS) -> bytes:
    """A file of Excel."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (headings, *rows):
        sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def as_bomb() -> bytes:
    """A workbook of some KB that is gigabytes when it is unpacked."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
        for _ in range(300):
            part.write(b" " * 1024 * 1024)
    return written.getvalue()
