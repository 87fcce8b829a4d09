"""Lists as operators have them: CSV in any encoding, workbooks, and their rows."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
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


def as_sheet(rows: str, **parts: str) -> bytes:
    """A workbook whose sheet has these rows, as XML; other parts in place of what it has otherwise, by their name alone."""
    own = {"sheet1": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'} | parts
    written = BytesIO()
    with ZipFile(BytesIO(as_workbook([]))) as plain, ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in plain.namelist():
            key = name.rpartition("/")[2].removesuffix(".xml")
            archive.writestr(name, own.get(key, plain.read(name)))
    return written.getvalue()


def xml_row(number: int, cells: Sequence[str]) -> str:
    """A row of a sheet, with its texts in itself."""
    texts = [f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells]
    return f'<row r="{number}">{"".join(texts)}</row>'
