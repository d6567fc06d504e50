"""Any name of a style in, the style out."""

import json
from pathlib import Path

import pytest

from relcase.citations import styles
from relcase.citations.styles import StyleTitle, resolve, search
from relcase.errors import UnknownName, Unreadable


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of titles, filled by the first test that needs it."""
    return tmp_path_factory.mktemp("styles") / "titles.json"


@pytest.mark.parametrize(
    ("name", "identifier", "rules", "kind"),
    [
        ("apa", "apa", "apa", "author-date"),
        ("ieee", "ieee", "ieee", "numeric"),
        ("oscola", "oscola", "oscola", "note"),
        ("nature", "nature", "nature", "numeric"),
        ("bmj", "bmj", "bmj", "numeric"),
        ("APA", "apa", "apa", "author-date"),
        ("chicago author date", *["chicago-author-date"] * 2, "author-date"),
        # Renamed in the package
        ("vancouver", *["nlm-citation-sequence"] * 2, "numeric"),
        ("mla", *["modern-language-association"] * 2, "author"),
        ("ama", *["american-medical-association"] * 2, "numeric"),
        ("mhra", "mhra-notes", "mhra-notes", "note"),
        # Ours
        ("harvard", *["harvard-cite-them-right"] * 2, "author-date"),
        ("chicago", *["chicago-author-date"] * 2, "author-date"),
        ("law", "oscola", "oscola", "note"),
        # With a parent
        ("bmj-open", "bmj-open", "bmj", "numeric"),
        (
            "age-and-ageing",
            "age-and-ageing",
            "oxford-journals-scimed-numeric",
            "numeric",
        ),
    ],
)
def test_resolve(name: str, identifier: str, rules: str, kind: str) -> None:
    style = resolve(name)
    assert (style.id, style.path.stem, style.kind) == (identifier, rules, kind)


def test_resolve_by_title(titles: Path) -> None:
    assert resolve("bmj open", titles).id == "bmj-open"
    assert resolve("APA style 7th edition", titles).id == "apa"


@pytest.mark.parametrize("style", styles.ALIASES)
def test_every_alias_leads_somewhere(style: str) -> None:
    assert resolve(style).path.is_file()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("harverd", "harvard"),
        ("vancover", "vancouver"),
        ("chigaco", "chicago"),
        ("apa 7th", "apa"),
    ],
)
def test_an_unknown_style_names_the_nearest(name: str, near: str, titles: Path) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(name, titles)
    assert near in caught.value.nearest
    assert "relcase styles" in str(caught.value)


@pytest.mark.parametrize("name", ["", "../apa", "/etc/passwd", "xxxxxxqqqq", "a\0b"])
def test_a_name_is_no_path(name: str, titles: Path) -> None:
    with pytest.raises(UnknownName):
        resolve(name, titles)


def test_a_style_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_bytes(resolve("oscola").path.read_bytes())
    style = resolve(str(path))
    assert (style.id, style.path, style.kind) == ("mine", path, "note")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "no such file"),
        (b"\xff\xfe\x00", "no text"),
        (b"<html></html>", "not a citation style"),
        (
            b'<!DOCTYPE x [<!ENTITY a "b">]><style'
            b' xmlns="http://purl.org/net/xbiblio/csl"/>',
            "not a citation style",
        ),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>T</title>'
            b'<link href="http://x/none-such" rel="independent-parent"/></info></style>',
            "'none-such', which is missing",
        ),
    ],
)
def test_a_file_that_is_no_style(
    content: bytes | None, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unreadable, match=why):
        resolve(str(path))


def test_search(titles: Path) -> None:
    found = search("cite them right 11th", titles)
    assert found == [
        StyleTitle(
            "harvard-cite-them-right-11th-edition",
            "Cite Them Right 11th edition (author-date/Harvard)",
        )
    ]
    assert search("no such words anywhere", titles) == []


def test_the_cache_is_kept_and_mended(titles: Path, tmp_path: Path) -> None:
    everything = search("", titles)
    assert len(everything) > 10_000
    kept = json.loads(titles.read_text(encoding="utf-8"))
    assert len(kept["styles"]) == len(everything)
    for damage in ("", "{", "[]", '{"of": 1}', json.dumps({"of": kept["of"]})):
        cache = tmp_path / "titles.json"
        cache.write_text(damage, encoding="utf-8")
        assert search("", cache) == everything
        assert json.loads(cache.read_text(encoding="utf-8")) == kept


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert search("oscola", tmp_path / "file" / "titles.json")
