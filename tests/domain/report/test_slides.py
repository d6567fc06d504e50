"""Large numbers of slides, which stand in a line of their own."""

from datetime import date
from io import BytesIO

import pytest
from pptx import Presentation

from relcase.domain.report import Known, judge
from relcase.reading import read

DAY = date(2026, 11, 22)
LONELY = "Source: WHO Commission on Social Connection, 2025"
FROME = "Source: Abel et al., 2018"


def deck(title: str, *lines: str) -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text_frame.text = "\n".join(lines)
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (("One in six", LONELY), "matches"),
        (("One in six", "people worldwide is lonely", LONELY), "matches"),
        (("14.0%", FROME), "matches"),
        (
            ("14.0%", "Fall in unplanned admissions in Frome, 2013 to 2017", FROME),
            "matches",
        ),
        (
            ("24%", "Fall in unplanned admissions in Frome, 2013 to 2017", FROME),
            "differs",
        ),
        (("Frome", "24%", "Fall in unplanned admissions there", FROME), "differs"),
        (("62", "neighbours came to our tea", FROME), "not_ours"),
        (("2", FROME), "not_ours"),
    ],
)
def test_a_number_alone_is_read_with_its_slide(
    known: Known, lines: tuple[str, ...], verdict: str
) -> None:
    report = read(deck(*lines), "deck.pptx")
    result = judge(report, known, DAY)
    assert [one.verdict for one in result.numbers] == [verdict]
