"""The notation of phrase lists, and the forms of verbs."""

import pytest

from relcase.domain.wording.inflection import forms, is_past
from relcase.domain.wording.phrases import ending, kinds, pattern, plain, starting


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("reduce", "reduce reduces reducing reduced reduced"),
        ("boost", "boost boosts boosting boosted boosted"),
        ("slash", "slash slashes slashing slashed slashed"),
        ("carry", "carry carries carrying carried carried"),
        ("stop", "stop stops stopping stopped stopped"),
        ("cut", "cut cuts cutting cut cut"),
        ("lead", "lead leads leading led led"),
        ("drive", "drive drives driving drove driven"),
    ],
)
def test_the_forms_of_a_verb(verb: str, expected: str) -> None:
    assert " ".join(forms(verb)) == expected


def test_a_verb_in_the_past() -> None:
    assert [is_past(word) for word in ("reduced", "led", "leads", "leading")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("~lead to", "ties led to longer lives", "led to"),
        ("bring/brings about", "it brings about change", "brings about"),
        ("(very) low", "of very low quality", "very low"),
        ("(very) low", "of low quality", "low"),
        (
            "make .. better",
            "they make all of us feel better",
            "make all of us feel better",
        ),
        ("make .. better", "they make it, one hopes, better", None),
        ("keep _ safe", "to keep children safe", "keep children safe"),
        ("bring @", "to bring joy", "bring joy"),
        ("bring @", "to bring in", None),
        ("return @", "they return at least £4", "return at"),
        ("homeless*", "homelessness fell", "homelessness"),
        ("*er than", "fewer than ten", "fewer than"),
        ("save #", "to save 2.5m in all", "save 2.5m"),
        ("save £", "to save 12 lives", None),
        ("~cut !off", "people cut off from others", None),
        ("~cut !off", "visits cut crime", "cut"),
        ("did n't work", "it didn't work", "didn't work"),
        ("did n't work", "it did not work", "did not work"),
        ("self-harm", "after selfharm", "selfharm"),
        ("self-harm", "after self harm", "self harm"),
        ("cut", "a cut-off and a shortcut", None),
        ("one/\n  two three\nfour", "two three", "two three"),
    ],
)
def test_a_phrase_is_found(phrases: str, text: str, found: str | None) -> None:
    match = pattern(phrases).search(text)

    assert (match[0] if match else None) == found


def test_a_text_is_made_plain_and_no_letter_moves() -> None:
    assert plain("It Didn’t WORK") == "it didn't work"
    assert len(plain("İstanbul")) == len("İstanbul")


def test_the_earlier_phrase_is_preferred() -> None:
    match = pattern("save money, save").search("to save money")

    assert match is not None
    assert match[0] == "save money"


def test_what_stands_before_and_behind() -> None:
    assert ending("has/have").search("it has ")
    assert not ending("has/have").search("it has been ")
    assert starting("than").match(" than others")
    assert not starting("than").match(" others than")


def test_one_pattern_for_several_lists_names_the_list() -> None:
    match = kinds(up="more", down="less/fewer").search("fewer and more")

    assert match is not None
    assert match.lastgroup == "down"
