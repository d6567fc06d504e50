"""Pictures carry their words, and hostile words stay words."""

import io
import json
import re
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
import vl_convert
from PIL import Image

from relcase.charts.chart import Chart
from relcase.charts.draw import draw
from relcase.charts.making import chart
from relcase.charts.palette import DARK
from relcase.domain.record import Record
from relcase.errors import MissingExtra

Make = Callable[..., Record]
SVG = "{http://www.w3.org/2000/svg}"
MALICE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror="alert(1)">',
    "{{ 7*7 }} ${7*7} datum.x {'expr': '1'}",
    "]]> --> </title></desc></svg>",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe\u202c \x1b[31mred\x00 \ud800",
    ") Tj (/Title) >> endobj",
)


@pytest.fixture(params=["icons", "bars", "forest", "number"])
def made(request: pytest.FixtureRequest, record: Make) -> Chart:
    drawn = record(ratio={}) if request.param == "forest" else record()
    return chart([drawn], request.param)


def test_the_specification_compiles_without_a_warning(
    made: Chart, capfd: pytest.CaptureFixture[str]
) -> None:
    spec = json.loads(draw(made, "json"))
    assert spec == made.spec
    said = {"title": made.title, "notes": list(made.notes), "source": made.source}
    assert (spec["description"], spec["usermeta"]) == (made.alt, said)
    assert vl_convert.vegalite_to_vega(spec, vl_version="5.20", show_warnings=True)
    assert capfd.readouterr().err == ""


def test_svg_is_one_picture_with_a_name_and_a_description(made: Chart) -> None:
    root = ElementTree.fromstring(draw(made, "svg"))
    assert root.get("role") == "img"
    title, desc, *_ = root
    assert (title.tag, title.text) == (f"{SVG}title", made.title)
    assert (desc.tag, desc.text) == (f"{SVG}desc", f"{made.alt} {made.source}")
    assert not [one for one in root.iter() if one is not root and one.get("role")]


def test_words_in_an_svg_are_text(made: Chart) -> None:
    root = ElementTree.fromstring(draw(made, "svg"))
    said = " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    assert made.source in said
    assert made.notes[0] in said
    assert "Liberation Sans" in str(draw(made, "svg"))


def test_a_drawing_is_as_wide_as_it_says(made: Chart) -> None:
    root = ElementTree.fromstring(draw(made, "svg"))
    padding = 2 * made.spec["padding"]
    assert float(root.get("width", 0)) <= made.spec["width"] + padding + 3


def test_png_keeps_its_words(made: Chart) -> None:
    picture = Image.open(io.BytesIO(draw(made, "png")))
    picture.load()
    assert picture.text == {  # type: ignore[attr-defined]
        "Title": made.title,
        "Description": made.alt,
        "Source": made.source,
    }


def test_pdf_keeps_its_title(made: Chart) -> None:
    pdf = draw(made, "pdf")
    title = re.search(rb"/Title <feff([0-9a-f]+)>", pdf)
    assert title
    assert bytes.fromhex(title[1].decode()).decode("utf-16-be") == made.title
    *_, table = re.findall(rb"startxref\s+(\d+)", pdf)
    assert pdf[int(table) :].startswith(b"xref")
    entry = re.match(rb"xref\n(\d+) 1\n(\d{10}) ", pdf[int(table) :])
    assert entry
    assert pdf[int(entry[2]) :].startswith(b"%s 0 obj" % entry[1])


def test_dark(record: Make) -> None:
    dark = chart([record()], theme=DARK)
    assert f'fill="{DARK.ground}"'.encode() in draw(dark, "svg")


@pytest.mark.parametrize("malice", [" ".join(MALICE), "W" * 300])
@pytest.mark.parametrize("kind", ["icons", "bars", "forest", "number"])
def test_hostile_words_are_inert(record: Make, kind: str, malice: str) -> None:
    shape = "ratio" if kind == "forest" else "figure"
    fields = {shape: {"label": malice, "group": malice}}
    hostile = record(
        **fields, headline=malice, outcome=malice, population=malice
    )._replace(citation=malice, url="javascript:alert(1)")
    chart_of_it = chart([hostile], kind)  # type: ignore[arg-type]
    svg = draw(chart_of_it, "svg").decode()
    root = ElementTree.fromstring(svg)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        *("svg", "title", "desc", "rect", "g", "path", "text", "tspan", "line"),
    }
    assert not [name for one in root.iter() for name in one.attrib if name[:2] == "on"]
    for shown in (svg, draw(chart_of_it, "json").decode()):
        assert not re.search("[\u202e\x1b\x00]|javascript:", shown)
    assert ">49<" not in svg


def test_without_the_drawing_library_one_sentence_says_how_to_get_it(
    record: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    drawing = chart([record()])
    assert json.loads(draw(drawing, "json"))["description"] == drawing.alt
    with pytest.raises(MissingExtra) as missing:
        draw(drawing, "svg")
    assert str(missing.value) == (
        "A picture needs a part of relcase that is not installed. "
        'To install all parts, in the folder of relcase: .venv/bin/pip install ".[all]"'
    )
