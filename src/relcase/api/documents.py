"""Whole documents as files: for a word processor, a browser, a printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import is_zipfile
from zlib import crc32

from relcase import __version__
from relcase.api.library import Library
from relcase.citations import pandoc
from relcase.domain.content import Document
from relcase.errors import Unreadable, Unwritable
from relcase.render import office
from relcase.render.archive import members
from relcase.store import locate
from relcase.store.textfile import LIMIT, read_bytes, write_whole

FORMS = ("docx", "odt", "pdf", "html", "latex")
"""What a document can be written as."""


def document_file(
    document: Document,
    form: str,
    lang: str,
    reference_doc: Path | None = None,
    *,
    cache: bool = True,
) -> bytes:
    """The bytes of a file that holds the document, in one of ``FORMS``.

    ``document.title`` stands over it and in its properties. ``reference_doc`` is a Word
    file whose styles, page size and footer are used instead of ours.
    """
    if form == "html":
        from relcase.render import page

        return page.render(document, lang).encode()
    if form == "latex":
        from relcase.render import latex

        return latex.whole(document, lang).encode()
    if form == "pdf":
        from relcase.render import pdf

        return pdf.render(document, lang)
    if reference_doc is not None:
        _require_office_file(reference_doc, form)
    with _model(form, cache) as (reference, template):
        chosen = reference_doc or reference
        return office.render(document, form, lang, chosen, template)


def _require_office_file(path: Path, form: str) -> None:
    """Raises ``Unreadable`` for what is no file of this form, or too large to open."""
    content = read_bytes(path, LIMIT, "")
    held = members(content) or ()
    if not {one.filename for one in held} >= _PARTS[form]:
        raise Unreadable(path, _NOT_OFFICE.format(form))
    if sum(one.file_size for one in held) > LIMIT:
        raise Unreadable(path, "what it holds is too large for a reference document")


_PARTS = {
    "docx": {"[Content_Types].xml", "word/document.xml", "word/styles.xml"},
    "odt": {"content.xml", "styles.xml", "mimetype"},
}
_NOT_OFFICE = "it is not a .{} file, from which the document could take its styles"


def keyed_files(
    library: Library, document: Document, form: str, lang: str, out: Path
) -> dict[Path, bytes]:
    """A file whose citations are keys, and the bibliography beside it, by their paths.

    ``form`` is ``markdown``, for pandoc and Quarto, or ``latex``, for biblatex. Raises
    ``Unwritable`` when a bibliography stands there that relcase did not write.
    """
    beside = out.with_suffix(".bib")
    if beside.exists() and not read_bytes(beside).startswith(_OURS.encode()):
        raise Unwritable(beside, _FOREIGN)
    from relcase.compose.cited import keys_in
    from relcase.render import latex, markdown
    from relcase.render.bibliography_data import to_bibtex

    entries = f"{_OURS}{to_bibtex(library.sources(keys_in(document)))}"
    if form == "latex":
        text = latex.whole(document, lang, beside.name)
    else:
        text = markdown.with_bibliography(document, lang, beside.name)
    return {out: text.encode(), beside: entries.encode()}


_OURS = "% Written by relcase, and written anew with the document beside it.\n\n"
_FOREIGN = "another bibliography stands there; choose another name for the document"


@contextmanager
def _model(form: str, cache: bool) -> Iterator[tuple[Path, Path]]:
    """Reference document and template of a form: as kept from before, or made."""
    kept = _in(locate.cache_folder() / "documents" / _made_with(), form)
    if cache and is_zipfile(kept[0]) and kept[1].is_file():
        yield kept
        return
    made = office.model(form)
    contents = made.reference, made.template.encode()
    if cache and _put(kept, contents):
        yield kept
        return
    with TemporaryDirectory(prefix="relcase-") as folder:
        once = _in(Path(folder), form)
        _put(once, contents)
        yield once


def _in(folder: Path, form: str) -> tuple[Path, Path]:
    return folder / f"reference.{form}", folder / f"template.{form}"


def _put(paths: tuple[Path, Path], contents: tuple[bytes, bytes]) -> bool:
    """Whether the files could be written: a cache that cannot is no reason to fail."""
    try:
        paths[0].parent.mkdir(parents=True, exist_ok=True)
        for path, content in zip(paths, contents, strict=True):
            write_whole(path, content)
    except (OSError, Unwritable):
        return False
    return True


def _made_with() -> str:
    """A name for the looks of this relcase with this pandoc."""
    made_by = (pandoc.program(), *Path(office.__file__).parent.glob("*.py"))
    states = sorted((path.name, path.stat().st_mtime_ns) for path in made_by)
    text = f"{__version__} {states}"
    return f"{crc32(text.encode()):08x}"
