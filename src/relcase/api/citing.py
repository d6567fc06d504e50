"""Sources cited: reference lists, in-text citations, and the keys a document cites."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relcase.api.bibliography import Bibliography
from relcase.api.formatting import resolve_style
from relcase.api.library import Library
from relcase.domain.content import Document
from relcase.domain.formatted import Cited, Formatted
from relcase.errors import Unreadable

if TYPE_CHECKING:
    from relcase.citations.keys import FoundKey

Sources = Library | Bibliography
"""Anything that has sources by citation key."""


def reference_list(
    sources: Sources, keys: Sequence[str], form: str, style: str, lang: str
) -> str | bytes:
    """The reference list of some sources, as text, a Word file, or data.

    ``form`` is ``markdown``, ``plain``, ``html``, ``latex``, ``docx``, ``odt``, ``pdf``,
    ``bibtex``, ``csl-json`` or ``ris``.
    """
    if form in ("bibtex", "csl-json", "ris"):
        from relcase.render import bibliography_data as data

        found = sources.sources(keys)
        if form == "bibtex":
            return data.to_bibtex(found)
        items = [reference.csl for reference in found]
        return data.to_ris(items) if form == "ris" else data.to_csl_json(items)
    if form in ("docx", "odt", "pdf"):
        from relcase.api.documents import document_file

        document = reference_document(sources, keys, style, lang, titled=True)
        return document_file(document, form, lang)
    from relcase.render import renderer

    return renderer(form)(reference_document(sources, keys, style, lang))


def reference_document(
    sources: Sources,
    keys: Sequence[str],
    style: str,
    lang: str,
    *,
    titled: bool = False,
) -> Document:
    """The reference list of some sources, composed and not yet written in a format.

    ``titled`` makes the heading over it the title of a document.
    """
    from relcase.compose.listing import REFERENCES, bibliography

    formatted = sources.references(keys, style, lang, in_text=False)
    heading, *listed = bibliography(formatted)
    if titled:
        return Document(tuple(listed), REFERENCES)
    return Document((heading, *listed))


def cite(
    sources: Sources,
    keys: Sequence[str],
    style: str,
    lang: str,
    *,
    page: str = "",
    narrative: bool = False,
) -> Formatted:
    """Some sources cited together in the text, and their references.

    ``page`` is a page or a range of pages of the first of them. In the answer, the
    citation stands under the first key.
    """
    if not page and len(keys) == 1:
        return sources.references(keys, style, lang)
    from relcase.citations import csl
    from relcase.compose.listing import listed_in_words

    chosen = resolve_style(style, sources.folder)
    items = [reference.csl for reference in sources.sources(keys)]
    # In a sentence each source stands by itself; in brackets they share the brackets.
    groups = [(key,) for key in keys] if narrative else [tuple(keys)]
    wanted = [
        csl.Citation(group, narrative, "" if number else page)
        for number, group in enumerate(groups)
    ]
    made = listed_in_words(csl.cites(items, chosen, lang, wanted))
    listed = sources.references(keys, style, lang, in_text=False).references
    return Formatted({keys[0]: Cited(made, made)}, listed)


def cited_in(path: Path) -> list["FoundKey"]:
    """The citation keys that stand in a Markdown or LaTeX file, each with its place."""
    from relcase.citations import keys
    from relcase.store import textfile
    from relcase.store.decoding import decode

    data = textfile.read_bytes(path, textfile.LIMIT)
    if data.startswith(_NO_TEXT):
        raise Unreadable(path, _NO_KEYS)
    text, problems = decode(data, str(path))
    if problems:
        raise Unreadable(path, f"line {problems[0].line}: {problems[0].message}")
    if str(path) == "-":
        return keys.in_latex(text) or keys.in_markdown(text)
    is_latex = path.suffix.lower() in (".tex", ".ltx", ".latex")
    return keys.in_latex(text) if is_latex else keys.in_markdown(text)


_NO_TEXT = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0")
"""How office files and PDF begin."""
_NO_KEYS = (
    "a finished document holds no citation keys; name instead what it was made from: the "
    "plan of a case (case.yaml), ids of entries, or Markdown or LaTeX"
)
