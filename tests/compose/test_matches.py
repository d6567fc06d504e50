"""Search results: which words are marked, and which passage is shown."""

from typing import Any

import pytest

from relcase.compose import matches
from relcase.domain.content import Items, Text
from relcase.domain.listed import Listed

FAR = "word " * 40


def marked(text: str, *words: str) -> str:
    """The text with brackets around what is marked."""
    parts = matches.highlighted(text, matches.pattern(words))
    texts = [one for one in parts if isinstance(one, Text)]
    return "".join(f"[{one.text}]" if "b" in one.style else one.text for one in texts)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Lonely people and loneliness",
            ("lonel",),
            "[Lonely] people and [loneliness]",
        ),
        ("Sjögren and Sjogren", ("sjogren",), "[Sjögren] and [Sjogren]"),
        ("Sjögren and Sjogren", ("SJÖGREN",), "[Sjögren] and [Sjogren]"),
        ("alone, not lonely", ("lone",), "alone, not [lonely]"),
        ("ties and time", ("ti", "tie"), "[ties] and [time]"),
        ("well-being", ("well-being",), "[well-being]"),
        ("a (b) c++", ("(b)", "c++"), "a [(b)] [c++]"),
        ("two words here", ("two words",), "[two] [words] here"),
        ('say "ties" now', ('"ties"',), 'say "[ties]" now'),
        ("nothing", ('"',), "nothing"),
        ("nothing", (), "nothing"),
        ("", ("x",), ""),
    ],
)
def test_marks(text: str, words: tuple[str, ...], expected: str) -> None:
    assert marked(text, *words) == expected


def row(record: dict[str, Any], *words: str) -> str:
    """One result; the marks are left out."""
    listed: dict[str, Any] = {
        **dict.fromkeys(Listed._fields),
        "id": "ties",
        "kind": "statistic",
        "headline": "Ties matter.",
        "author_date": "Aster, 2015",
    }
    made = matches.compose([Listed(**listed)], [record], words)
    (items,) = made.blocks
    assert isinstance(items, Items)
    return "".join(part.text for part in items.items[0] if isinstance(part, Text))


ABOUT = "Ties matter. (statistic ties; Aster, 2015)"


@pytest.mark.parametrize(
    ("record", "words", "expected"),
    [
        ({"claim": "Ties it is."}, ("ties",), ""),
        ({"claim": "Friends it is."}, ("friends",), " – claim: Friends it is."),
        (
            {"claim": "Friends and ties."},
            ("ties", "friends"),
            " – claim: Friends and ties.",
        ),
        (
            {"claim": "Friends.", "caveats": ["None.", "Friends and foes."]},
            ("friends", "foes"),
            " – caveat: Friends and foes.",
        ),
        (
            {"said": [{"words": "Friends heal.", "better": "x", "problems": []}]},
            ("friends",),
            " – said wrongly: Friends heal.",
        ),
        (
            {"said": [{"words": "x", "better": "Friends may help.", "problems": []}]},
            ("friends",),
            " – say instead: Friends may help.",
        ),
        (
            {
                "said": [
                    {
                        "words": "x",
                        "problems": [{"rule": "M02", "message": "Odd odds."}],
                    }
                ]
            },
            ("odds",),
            " – what is wrong: Odd odds.",
        ),
        (
            {"figures": [{"label": "odds", "measure": "odds_ratio"}]},
            ("odds",),
            " – figure: odds",
        ),
        ({"figures": [{"label": "x", "measure": "odds_ratio"}]}, ("odds",), ""),
        ({"population": "Adults"}, ("adult",), " – people: Adults"),
        (
            {"comparator": {"text": "weaker", "kind": "before"}},
            ("weak",),
            " – compared with: weaker",
        ),
        ({"outcome": None, "do_not_say": ["heals"]}, ("heal",), " – do not say: heals"),
        ({"claim": "x"}, ("aster",), ""),
        (
            {"text": f"{FAR}friend {FAR}"},
            ("friend",),
            f" – text: … {'word ' * 13}friend {'word ' * 13}…",
        ),
        ({"text": f"{'W' * 200} friend"}, ("friend",), " – text: … friend"),
        ({"text": f"friend{'s' * 200}"}, ("friend",), f" – text: friend{'s' * 200}"),
    ],
)
def test_the_passage_shown(
    record: dict[str, Any], words: tuple[str, ...], expected: str
) -> None:
    assert row(record, *words) == ABOUT + expected
