"""Reading a list: headings, encodings, months, rows; and what no made-up file may do."""

import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from server.kit.ids import CompanyId
from server.kit.refusal import Invalid, Refusal
from server.rosters.errors import (
    EmptyFile,
    HugeFile,
    MissingColumn,
    OldExcel,
    SlowFile,
    TooManyColumns,
    TooManyRows,
    UnreadableFile,
    UnreadableMonth,
    YearAlone,
)
from server.rosters.rules import Judge, Judged, month_of, table_of, tenure_of
from tests.factories.rosters import HEADINGS, a_row, as_bomb, as_csv, as_sheet, as_workbook, xml_row

SONY, NEC = CompanyId(uuid4()), CompanyId(uuid4())
TODAY = date(2026, 11, 26)


def judged(content: bytes, companies: dict[str, CompanyId] | None = None) -> list[Judged]:
    """Every row of a file, for a group of these companies."""
    table = table_of(content)
    return list(Judge(table.columns, companies or {"そに": SONY}, TODAY).judge(table.lines))


def faults(row: Judged) -> list[tuple[str, str]]:
    """What is wrong with a row: column and code."""
    return [(fault.field, fault.code) for fault in row.faults]


@pytest.mark.parametrize(
    ("cell", "started", "ended"),
    [
        ("2019/4", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019-04", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019.4.30", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019年4月", date(2019, 4, 1), date(2019, 4, 1)),
        ("２０１９年４月１日", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019 年 4 月 入社", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019年度", date(2019, 4, 1), date(2020, 3, 1)),
        ("平成31年4月", date(2019, 4, 1), date(2019, 4, 1)),
        ("平成元年度", date(1989, 4, 1), date(1990, 3, 1)),
        ("H31.4", date(2019, 4, 1), date(2019, 4, 1)),
        ("S62/10/1", date(1987, 10, 1), date(1987, 10, 1)),
        ("令和２年３月", date(2020, 3, 1), date(2020, 3, 1)),
        ("April 2019", date(2019, 4, 1), date(2019, 4, 1)),
        ("2019 Apr", date(2019, 4, 1), date(2019, 4, 1)),
        ("201904", date(2019, 4, 1), date(2019, 4, 1)),
        ("20190401", date(2019, 4, 1), date(2019, 4, 1)),
        ("43556", date(2019, 4, 1), date(2019, 4, 1)),
        (43556.0, date(2019, 4, 1), date(2019, 4, 1)),
        (datetime(2019, 4, 12, 9, 30), date(2019, 4, 1), date(2019, 4, 1)),  # noqa: DTZ001
        (date(2019, 4, 12), date(2019, 4, 1), date(2019, 4, 1)),
        ("", None, None),
        ("―", None, None),
        (None, None, None),
    ],
)
def test_a_month_in_every_spelling(cell: Any, started: date | None, ended: date | None) -> None:
    """As the first month and as the last."""
    assert month_of(cell, "started", ends=False) == started
    assert month_of(cell, "ended", ends=True) == ended


@pytest.mark.parametrize("cell", ["4月", "2019/13", "2019年0月", "昔", "平成", "1e5", "2019/4と2020/4"])
def test_what_is_no_month(cell: str) -> None:
    """It is told, and never guessed."""
    with pytest.raises(UnreadableMonth):
        month_of(cell, "started", ends=False)


@pytest.mark.parametrize("cell", ["2019", "2019年", "平成31年", 2019, 2019.0])
def test_a_year_alone_is_no_month(cell: Any) -> None:
    """Its month would be a guess that the group then vouches for."""
    with pytest.raises(YearAlone):
        month_of(cell, "started", ends=False)


@pytest.mark.parametrize(
    "cell",
    [
        "2010年4月〜2019年9月",
        "2010/4-2019/9",
        "2010-04-2019-09",
        "2010.4.1 ～ 2019.9.30",
        "H22.4→R1.9",
        "Apr 2010 to September 2019",
        "2010年4月から2019年9月まで",
    ],
)
def test_a_period_in_every_spelling(cell: str) -> None:
    """Both months are found."""
    assert tenure_of(cell, "tenure") == (date(2010, 4, 1), date(2019, 9, 1))


def test_periods_that_are_not_over_or_are_one_year() -> None:
    """Who is there still has no last month; a fiscal year has both."""
    assert tenure_of("2010年4月〜現在", "tenure") == (date(2010, 4, 1), None)
    assert tenure_of("2018年度", "tenure") == (date(2018, 4, 1), date(2019, 3, 1))
    assert tenure_of("2010年度〜2018年度", "tenure") == (date(2010, 4, 1), date(2019, 3, 1))
    with pytest.raises(UnreadableMonth):
        tenure_of("2010年4月", "tenure")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_every_encoding(encoding: str) -> None:
    """The same rows come out, 髙 and ① among them."""
    (row,) = judged(as_csv([a_row(1, 氏名="髙橋 ①花", 部署="第①営業部")], encoding))
    assert row.entry is not None
    assert (row.entry.name, row.entry.department, row.entry.started_on) == ("髙橋 ①花", "第①営業部", date(2010, 4, 1))


def test_mixed_encodings_cost_nobody_else() -> None:
    """Lines of either encoding are read; a broken one is told, with its number."""
    content = as_csv([a_row(1)], "cp932") + ",".join(a_row(2)).encode() + b"\r\n\x81,broken\x81\r\n" + ",".join(a_row(3)).encode("cp932")
    rows = judged(content)
    assert [row.entry.name if row.entry else None for row in rows] == ["佐藤 凪1", "佐藤 凪2", None, "佐藤 凪3"]
    assert (rows[2].line.number, faults(rows[2])) == (4, [("file", "UndecodableLine")])


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("E-mail", "End", "Name", "Start"), ("a@people.example", "2019-09", "Ada Lovelace", "2010-04")),
        (("役職", "メールアドレス（必須）", "お名前", "在籍期間"), ("課長", "a@people.example", "山田 花", "2010年4月〜2019年9月")),
        (("ﾒｰﾙ", "姓", "名", "入社年度", "退社年度"), ("ａ＠people.example", "山田", "花", "2010", "2018年度")),
    ],
)
def test_headings_in_any_order_and_language(headings: Sequence[str], row: Sequence[str]) -> None:
    """What is needed is found."""
    (found,) = judged(as_csv([row], headings=headings))
    assert found.entry is not None, faults(found)
    assert (found.entry.email, found.entry.started_on) == ("a@people.example", date(2010, 4, 1))
    assert found.entry.name in {"Ada Lovelace", "山田 花"}


def test_a_title_may_stand_above_and_other_columns_are_not_read() -> None:
    """They are named, so that the operator knows."""
    headings = (*HEADINGS, "生年月日", "年収")
    content = "OB会名簿,,\r\n2026年11月版\r\n\r\n".encode() + as_csv([[*a_row(1), "1980/1/1", "100"]], "utf-8", headings=headings)
    table = table_of(content)
    assert table.columns.ignored == ("生年月日", "年収")
    assert [line.number for line in table.lines] == [5]


@pytest.mark.parametrize(
    ("left_out", "named"), [("メール", "メール / E-mail"), ("氏名", "氏名 / Name"), ("退社", "入社・退社 / Start, End")]
)
def test_a_missing_column_is_named(left_out: str, named: str) -> None:
    """Once, for the file."""
    with pytest.raises(MissingColumn) as refusal:
        table_of(as_csv([a_row(1)], headings=[heading if heading != left_out else "備考" for heading in HEADINGS]))
    assert refusal.value.params == {"columns": named}


def test_a_workbook_with_its_dates_and_formulas() -> None:
    """Dates are dates; a formula without a value is nothing, one as text is told; nothing is worked out."""
    good = ["佐藤 凪", None, "NAGI@People.example", None, date(2010, 4, 1), 43709, "開発部", None]
    formula = ["=A2", None, "b@people.example", None, date(2010, 4, 1), date(2019, 9, 1), None, None]
    rows = judged(as_workbook([good, formula]))
    assert rows[0].entry is not None
    assert (rows[0].entry.email, rows[0].entry.ended_on) == ("nagi@people.example", date(2019, 9, 1))
    assert faults(rows[1]) == [("name", "Missing")]
    (told,) = judged(as_csv([a_row(1, 氏名='=HYPERLINK("https://x.example")')]))
    assert faults(told) == [("name", "FormulaCell")]


def test_every_fault_of_a_row_is_told() -> None:
    """With its column."""
    (row,) = judged(as_csv([a_row(1, 氏名="", よみがな="abc", メール="nagi", 会社="別の会社", 入社="2019/4", 退社="2010/4")]))
    told = [
        ("name", "Missing"),
        ("reading", "NotKana"),
        ("email", "BadEmail"),
        ("company", "OtherCompany"),
        ("ended", "EndsBeforeItBegins"),
    ]
    assert faults(row) == told
    codes = [faults(each)[0] for each in judged(as_csv([a_row(1, 退社="在籍中"), a_row(2, 入社=""), a_row(3, 退社="2099/1")]))]
    assert codes == [("ended", "StillThere"), ("started", "Missing"), ("ended", "InTheFuture")]


def test_companies_go_by_every_name() -> None:
    """Where the group has several, a row says which."""
    companies = {"そに": SONY, "にほんでんき": NEC, "nec": NEC}
    rows = judged(as_csv([a_row(1, 会社="ＮＥＣ"), a_row(2, 会社="株式会社ソニ"), a_row(3)]), companies)
    assert [row.entry and row.entry.company_id for row in rows] == [NEC, SONY, None]
    assert faults(rows[2]) == [("company", "CompanyNotSaid")]


def test_the_same_person_three_times() -> None:
    """The first counts; the others are told, and say where it stands."""
    rows = judged(as_csv([a_row(1), a_row(2), a_row(3, メール="ＮＡＧＩ1@people.example"), a_row(4, メール=" nagi1@people.example ")]))
    assert [faults(row) for row in rows] == [[], [], [("email", "RepeatedRow")], [("email", "RepeatedRow")]]
    assert rows[3].faults[0].params == {"line": 2}


def test_a_quotation_mark_that_stays_open_costs_one_row() -> None:
    """The rows after it are read; a cell of two lines is no fault."""
    rows = [a_row(1, 部署="開発部\n第一課"), a_row(2, 役職='"課長'), *(a_row(number) for number in range(3, 60))]
    found = judged(as_csv(rows))
    assert found[0].entry is not None
    assert [row.line.number for row in found if row.entry is None] == [4]
    assert len(found) == 59


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EmptyFile),
        (b"\r\n,,\r\n", EmptyFile),
        (as_csv([]), EmptyFile),
        (b"\xd0\xcf\x11\xe0 old", OldExcel),
        (b"PK\x03\x04 broken", UnreadableFile),
        (b"%PDF-1.7\0\0", UnreadableFile),
        (as_bomb(), HugeFile),
        (b"a" * (16 * 1024 * 1024 + 1), HugeFile),
    ],
)
def test_files_that_are_no_lists(content: bytes, refusal: type[Refusal]) -> None:
    """Each is refused by its name."""
    with pytest.raises(refusal):
        judged(content)


def test_a_cell_at_the_end_of_the_sheet_takes_no_memory() -> None:
    """Rows are read one by one, and only as many as a list may have."""
    book = Workbook()
    assert book.active is not None
    for column, heading in enumerate(HEADINGS, 1):
        book.active.cell(1, column, heading)
    for column, cell in enumerate(a_row(1), 1):
        book.active.cell(1_048_576, column, cell)
    book.active.cell(1_048_576, 16_384, "遠く")
    with pytest.raises(TooManyRows):
        judged(_saved(book))


def test_too_many_rows() -> None:
    """The first row over the limit ends it."""
    line = (",".join(a_row(1)) + "\r\n").encode()
    with pytest.raises(TooManyRows):
        judged(as_csv([], "utf-8") + line * 50_001)


HEADS = xml_row(1, HEADINGS)
LARGE: dict[str, tuple[Callable[[], bytes], type[Refusal]]] = {
    "rows far apart": (lambda: as_sheet("".join(xml_row(each * 25_000 + 1, ["x"]) for each in range(1, 42))), TooManyRows),
    "a row at the end of the world": (lambda: as_sheet(HEADS + '<row r="1000000000"/>'), TooManyRows),
    "a wide row": (lambda: as_sheet(HEADS + xml_row(2, ["x"] * 201)), TooManyColumns),
    "a long text": (lambda: as_sheet(HEADS + xml_row(2, ["".join(f"{each:x}" for each in range(12_000_000))])), HugeFile),
    "a text that shrinks": (lambda: as_sheet(HEADS + xml_row(2, ["a" * 8_000_000])), HugeFile),
    "tags": (lambda: as_sheet(HEADS + "".join(f"<b{each % 977}/>" for each in range(6_100_000))), HugeFile),
    "wide headings": (lambda: as_csv([], headings=[*HEADINGS, *map(str, range(500_000))]), TooManyColumns),
    "a wide line": (lambda: as_csv([[*a_row(1), *["x"] * 200]]), TooManyColumns),
}


@pytest.mark.parametrize("kind", LARGE)
def test_what_was_made_up_to_be_large_is_refused_at_once(kind: str) -> None:
    """Rows far down, rows without end, texts and tags by the million: each before anything is built of it."""
    make, refusal = LARGE[kind]
    content = make()
    began = time.monotonic()
    with pytest.raises(refusal):
        judged(content)
    assert time.monotonic() - began < 3


def test_reading_ends_when_its_time_is_over() -> None:
    """Asked for each row, also for the empty ones above the columns."""
    left = iter([True] * 15)
    table = table_of(as_csv([a_row(number) for number in range(20)]), lambda: next(left, False))
    with pytest.raises(SlowFile):
        list(table.lines)
    with pytest.raises(SlowFile):
        table_of(b"\r\n" * 5 + as_csv([a_row(1)]), lambda: False)


def test_a_value_of_megabytes_is_a_fault_of_its_row() -> None:
    """No month is looked for in it."""
    (row,) = judged(as_csv([a_row(1, 入社="m" + " " * 100_000 + "x", 部署="あ" * 1001)]))
    assert ("started", "TooLong") in faults(row)
    assert ("department", "TooLong") in faults(row)


@given(st.binary(max_size=400), st.booleans())
def test_no_file_breaks_the_reader(junk: bytes, headed: bool) -> None:
    """Whatever it holds, rows come out or a refusal."""
    try:
        judged((as_csv([]) if headed else b"") + junk)
    except Invalid:
        return


def _saved(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()
