"""YAML in; values as printed, and every mistake with its line and column."""

from inspect import cleandoc

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.problem import KeyOf, Problem, Step
from relcase.store import yaml_text
from relcase.store.decoding import decode
from relcase.store.yaml_text import places, read


def lines(problems: list[Problem]) -> list[str]:
    return [f"{one.line}:{one.column}: {one.message} [{one.rule}]" for one in problems]


@pytest.fixture
def content(request: pytest.FixtureRequest) -> yaml_text.Content:
    """What the docstring of the test holds."""
    return read(cleandoc(request.function.__doc__) + "\n", "evidence.yaml")


def ids(content: yaml_text.Content) -> list[str]:
    """The entries of all sections."""
    return [one["id"] for items in content.data.values() for one in items or ()]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"1.50"', "1.50"),
        ("'1.50'", "1.50"),
        ("1.50", 1.5),
        ("1.", 1.0),
        (".5", ".5"),
        ("-0.30", -0.3),
        ("12", 12),
        ("-12", -12),
        ("007", 7),
        ("12345678901234567890", "12345678901234567890"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("1e5", "1e5"),
        ("1.5e3", 1500.0),
        ("0x1F", "0x1F"),
        ("+5", "+5"),
        (".inf", ".inf"),
        ("on", "on"),
        ("no", "no"),
        ("NO", "NO"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ('"true"', "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ("Null", "Null"),
        ("2026-01-31", "2026-01-31"),
        ("1:30", "1:30"),
        ("<0.001", "<0.001"),
        ("'it''s'", "it's"),
        ('"\\u00e9\\n"', "é\n"),
        (">-\n  two\n  lines", "two lines"),
        ("|\n  two\n  lines", "two\nlines\n"),
        ("'<<'", "<<"),
        ("[GB, NO]", ["GB", "NO"]),
        ("{a: 1, b: }", {"a": 1, "b": None}),
        ("£3.50 – naïve 👍", "£3.50 – naïve 👍"),
    ],
)
def test_scalars_as_printed(written: str, value: object) -> None:
    data, problems, _ = read(f"x: {written}\n", "f")
    assert (data, problems) == ({"x": value}, [])
    assert type(data["x"]) is type(value)


def test_keys_are_text() -> None:
    assert read("on: 1\n1: a\ntrue: b\n'': c\n<<: d", "f").data == {
        "on": 1,
        "1": "a",
        "true": "b",
        "": "c",
        "<<": "d",
    }


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_nothing(text: str) -> None:
    assert read(text, "f")[:2] == (None, [])


@pytest.mark.parametrize(
    ("text", "data"), [("- a\n- b\n", ["a", "b"]), ("only text\n", "only text")]
)
def test_no_map_at_the_top_is_for_others_to_refuse(text: str, data: object) -> None:
    assert read(text, "f")[:2] == (data, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: b: c\n", "1:5: not YAML: mapping values are not allowed in this context [Y01]"),
        ("a:\r\n  b: c: d\r\n", "2:7: not YAML: mapping values are not allowed in this context [Y01]"),
        ("a:\n\tb: c\n", "2:1: a tab cannot indent YAML [Y02]"),
        ("a:\n  \tb: c\n", "2:3: a tab cannot indent YAML [Y02]"),
        ("-\tid: c\n", "1:2: a tab cannot indent YAML [Y02]"),
        ("a: b\n\tc: d\n", "2:1: a tab cannot indent YAML [Y02]"),
        ("a: |\n  b\n\tc\n", "3:1: a tab cannot indent YAML [Y02]"),
        ("a: 'b\nc: d\n", "1:4: this quotation mark is never closed [Y01]"),
        ('a: "b\n---\n', "1:4: this quotation mark is never closed [Y01]"),
        ("a: [b, c\n", "1:4: this bracket is never closed [Y01]"),
        ("a: {b: [c]\n", "1:4: this bracket is never closed [Y01]"),
        ("a: {b: c\n  d: e}\n", "2:4: not YAML: did not find expected ',' or '}' [Y01]"),
        ("a: 'don't'\n", "1:9: not YAML: did not find expected key [Y01]"),
        ('a: "50\\% more"\n', "1:7: not YAML: found unknown escape character [Y01]"),
        ("a: @home\n", "1:4: not YAML: found character that cannot start any token [Y01]"),
        ("a: %5\n", "1:4: not YAML: found character that cannot start any token [Y01]"),
        ("a: b\ntext\nc: d\n", "2:1: not YAML: could not find expected ':' [Y01]"),
        ("a: b\nb: c\na: d\n", "3:1: 'a' is given twice here [Y03]"),
        ("{a: b, a: c}\n", "1:8: 'a' is given twice here [Y03]"),
        ("a: b\n'a': c\n", "2:1: 'a' is given twice here [Y03]"),
        ("a: *b\n", "1:4: aliases (*name) are not allowed in a store [Y04]"),
        ("*a : b\n", "1:1: aliases (*name) are not allowed in a store [Y04]"),
        ("<<: *a\n", "1:5: aliases (*name) are not allowed in a store [Y04]"),
        ("a: &b c\n", "1:4: YAML does not read '&b' as text [Y01]"),
        ("a: &b\n", "1:4: YAML does not read '&b' as text [Y01]"),
        ("a: !note c\n", "1:4: YAML does not read '!note' as text [Y01]"),
        ("a: !!python/name:os.system x\n", "1:4: YAML does not read 'tag:yaml.org,2002:python/name:os.system' as text [Y01]"),
        ("? [a]\n: b\n", "1:3: a field name must be plain text [Y01]"),
        ("{{a: b}: c}\n", "1:2: a field name must be plain text [Y01]"),
        ("é: b\nc: \x01\n", "2:4: a control character that YAML does not allow [Y01]"),
        ("a: b\x0bc\n", "1:5: a control character that YAML does not allow [Y01]"),
        ("a: \ud800\n", "1:4: a control character that YAML does not allow [Y01]"),
        ("a: b\n---\nc: d\n", "2:1: a second document begins here, and only the first is read [Y01]"),
        ("%WRONG\n", "1:7: not YAML: found unknown directive name [Y01]"),
        ("[" * 41 + "]" * 41, "1:41: nested more than 40 levels deep [Y04]"),
        ("[" * 5000, "1:41: nested more than 40 levels deep [Y04]"),
        ("a: " + "{a: " * 2000, "1:160: nested more than 40 levels deep [Y04]"),
    ],
)  # fmt: skip
def test_mistake(text: str, problem: str) -> None:
    assert lines(read(text, "f").problems) == [problem]


def test_forty_levels_are_enough() -> None:
    assert read("[" * 40 + "]" * 40, "f").problems == []


def test_a_problem_in_full() -> None:
    assert read("a: 'b\n", "mine.yaml").problems == [
        Problem(
            "mine.yaml",
            1,
            4,
            "error",
            "Y01",
            "this quotation mark is never closed",
            "Close it at the end of the text, or double a quotation mark inside it.",
        )
    ]


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    data, problems, _ = read("l0: &l0 [x, x]\n" + "\n".join(levels), "f")
    assert data is None
    assert lines(problems) == ["2:10: aliases (*name) are not allowed in a store [Y04]"]


def test_every_broken_entry_costs_only_itself(content: yaml_text.Content) -> None:
    """
    sectors:
    - id: one
    - id: two
      name: a: b
    - id: three
    statistics:
      - id: colon
        text: a: b
      - id: good
        text: 'fine'
      - id: quote
        text: "never closed
      - id: quoted
        text: "closed"
      - id: bracket
        sectors: [health, housing
      - id: twice
        text: one
        text: two
      - id: alias
        text: *anchor
      - id: last
        text: good
    stories:
        - id: brace
          source: {key: abel2018
        - id: told
    """
    assert lines(content.problems) == [
        "4:10: not YAML: mapping values are not allowed in this context [Y01]",
        "8:12: not YAML: mapping values are not allowed in this context [Y01]",
        "12:11: this quotation mark is never closed [Y01]",
        "16:14: this bracket is never closed [Y01]",
        "19:5: 'text' is given twice here [Y03]",
        "21:11: aliases (*name) are not allowed in a store [Y04]",
        "26:15: this bracket is never closed [Y01]",
    ]
    assert ids(content) == ["one", "three", "good", "quoted", "twice", "last", "told"]
    assert content.data["statistics"][2] == {"id": "twice", "text": "one"}


def test_lines_do_not_move_when_an_entry_is_left_out(
    content: yaml_text.Content,
) -> None:
    """
    statistics:
      - id: a
        text: x: y: z
        more: words
      # a comment between them

      - id: b
        text: 5
    """
    steps = ("statistics", 0, "text")
    assert places(content.text, [steps]) == {steps: (8, 11)}


def test_wrong_indentation(content: yaml_text.Content) -> None:
    """
    statistics:
      - id: a
     - id: outwards
      - id: b
       text: inwards
      - id: c
    text in the margin
      - id: d
    """
    assert lines(content.problems) == [
        "3:2: not YAML: did not find expected key [Y01]",
        "5:4: not YAML: did not find expected '-' indicator [Y01]",
        "7:1: not YAML: could not find expected ':' [Y01]",
    ]
    assert ids(content) == ["a", "d"]


def test_a_tab_costs_its_entry() -> None:
    content = read("s:\n  - id: a\n\ttext: b\n  - id: b\n  - \tid: c\n", "f")
    assert lines(content.problems) == [
        "3:1: a tab cannot indent YAML [Y02]",
        "5:5: a tab cannot indent YAML [Y02]",
    ]
    assert ids(content) == ["b"]


def test_dash_on_its_own_line(content: yaml_text.Content) -> None:
    """
    statistics:
      -
        id: a
        text: b: c
      -
        id: d
    """
    assert ids(content) == ["d"]


def test_a_list_in_a_text_is_no_entry(content: yaml_text.Content) -> None:
    """
    statistics:
      - id: a
        text: |
          - first
          - second
        more: b: c
      - id: d
    """
    assert ids(content) == ["d"]


def test_a_broken_section_is_no_entry(content: yaml_text.Content) -> None:
    """
    sectors:
      - id: a
    statistics: b: c
      - id: d
    """
    assert lines(content.problems) == [
        "3:14: not YAML: mapping values are not allowed in this context [Y01]"
    ]
    assert content.data is None


def test_control_characters_cost_their_entries(content: yaml_text.Content) -> None:
    """
    statistics:
      - id: é
        text: a\x0bb\x0cc
      - id: b
        text: "a: b
      - id: c
    """
    assert lines(content.problems) == [
        "3:12: a control character that YAML does not allow [Y01]",
        "5:11: this quotation mark is never closed [Y01]",
    ]
    assert ids(content) == ["c"]


def test_many_repeated_fields_and_one_mistake() -> None:
    twice = "".join(f"  - id: e{n}\n    id: e{n}\n" for n in range(200))
    content = read(f"statistics:\n{twice}  - id: x\n    text: a: b\n", "f")
    assert len(content.problems) == 201
    assert len(ids(content)) == 200


def test_too_many_broken_entries_are_not_read_for_ever() -> None:
    text = "statistics:\n" + "  - a: b: c\n" * 1000
    content = read(text, "f")
    assert content.data is None
    assert len(content.problems) == 100


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines(newline: str) -> None:
    text = newline.join(["a:", "  - id: é", "    text: b: c", "  - id: 1", ""])
    content = read(text, "f")
    assert lines(content.problems) == [
        "3:12: not YAML: mapping values are not allowed in this context [Y01]"
    ]
    assert content.data == {"a": [{"id": 1}]}
    assert places(content.text, [("a", 0, "id")]) == {("a", 0, "id"): (4, 9)}


def test_places() -> None:
    """Of values, names of fields, list items, and of what is not there its parent."""
    text = cleandoc("""
    sectors: []
    statistics:
      - id: a
        figures:
          - {label: "é", low: 1}
          - label: c
            low:
        "quoted": x
      -
        id: b
    """)
    wanted: dict[tuple[Step, ...], tuple[int, int]] = {
        (): (1, 1),
        ("sectors",): (1, 10),
        (KeyOf("statistics"),): (2, 1),
        ("statistics",): (3, 3),
        ("statistics", 0): (3, 5),
        ("statistics", 0, "id"): (3, 9),
        ("statistics", 0, "figures"): (5, 7),
        ("statistics", 0, "figures", 0): (5, 9),
        ("statistics", 0, "figures", 0, "low"): (5, 27),
        ("statistics", 0, "figures", 0, KeyOf("low")): (5, 22),
        ("statistics", 0, "figures", 0, "high"): (5, 9),
        ("statistics", 0, "figures", 1, "low"): (7, 13),
        ("statistics", 0, "figures", 7, "low"): (5, 7),
        ("statistics", 0, KeyOf("quoted")): (8, 5),
        ("statistics", 0, KeyOf("nothing")): (3, 5),
        ("statistics", 1, "id"): (10, 9),
        ("nothing", 5): (1, 1),
    }
    found = places(text, wanted)
    assert found == wanted


def test_place_of_a_field_given_twice_is_the_first() -> None:
    text = "a:\n  - x: 1\n    x: 2\na:\n  - x: 3\n"
    wanted = [("a",), ("a", 0, "x"), ("a", 0, KeyOf("x"))]
    assert list(places(text, wanted).values()) == [(2, 3), (2, 8), (2, 5)]


def test_places_of_an_empty_text() -> None:
    assert places("", [("a", 0)]) == {("a", 0): (1, 1)}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_and_without_a_mark(mark: bytes) -> None:
    assert decode(mark + "é: £\n".encode(), "f") == ("é: £\n", [])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_not_utf8(mark: bytes, newline: bytes) -> None:
    raw = mark + newline.join([b"a: b", "éé: caf".encode() + b"\xe9 x", b"\xff"])
    text, problems = decode(raw, "mine.yaml")
    assert problems == [
        Problem(
            "mine.yaml",
            2,
            8,
            "error",
            "Y05",
            "byte 0xe9 is not UTF-8 text",
            "Save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8).",
        )
    ]
    assert text.splitlines() == ["a: b", "éé: caf\ufffd x", "\ufffd"]


def test_without_the_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser in Python words its complaints in another way and agrees on the rest."""
    monkeypatch.setattr(yaml_text, "_Parser", yaml.BaseLoader)
    text = "s:\n  - id: a\n    t: 'x\n  - id: b\n  - id: \x01\n  - id: c: d\n"
    content = read(text, "f")
    assert [(one.line, one.column) for one in content.problems] == [
        (3, 8),
        (5, 9),
        (6, 10),
    ]
    assert content.data == {"s": [{"id": "b"}]}


WRITTEN = st.lists(
    st.sampled_from(
        [
            *("a: ", "b", "- ", "  ", "    ", "\n", "\n", "\t", '"', "'", "[", "]"),
            *("{", "}", ": ", ", ", "#", "&a ", "*a", "!t ", "|\n", ">\n", "---\n"),
            *("...\n", "? ", "\r\n", "é", "\u2028", "\x01", "%", "@", "1.50", "s:\n"),
        ]
    )
).map("".join)


@given(st.one_of(st.text(), WRITTEN))
def test_any_text_is_read(text: str) -> None:
    data, problems, read_from = read(text, "f")
    assert read(text, "f") == (data, problems, read_from)
    for one in problems:
        assert (one.line or 0, one.column or 0) >= (1, 1)
    if data is not None:
        again = read(read_from, "f")
        assert again.data == data
        assert {one.rule for one in again.problems} <= {"Y01", "Y03"}
        assert places(read_from, [()])[()] >= (1, 1)


@given(st.binary())
def test_any_bytes_are_decoded(raw: bytes) -> None:
    text, problems = decode(raw, "f")
    assert all(one.rule == "Y05" for one in problems)
    read(text, "f")
