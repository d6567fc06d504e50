"""Whoever sees little or no colour sees the drawings: contrast as WCAG 2.2 counts it."""

import pytest

from relcase.charts.palette import DARK, LIGHT, Theme

TEXT, PARTS = 4.5, 3.0


def contrast(one: str, other: str) -> float:
    """How much lighter the lighter colour is (WCAG 2.2, contrast ratio)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return sum(
        share * part
        for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def test_what_black_on_white_has() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_can_be_read(theme: Theme) -> None:
    for words in (theme.ink, theme.soft, theme.strong):
        assert contrast(words, theme.ground) >= TEXT
    for ground in theme.levels.values():
        assert contrast(theme.ink, ground) >= TEXT


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_parts_stand_out_against_the_ground_and_each_other(theme: Theme) -> None:
    for part in (theme.strong, theme.rest, theme.line):
        assert contrast(part, theme.ground) >= PARTS
    assert contrast(theme.strong, theme.rest) >= PARTS


def test_the_colours_of_the_analysis_function() -> None:
    assert (LIGHT.strong, LIGHT.rest) == ("#12436D", "#949494")
