"""Content to PDF, with the fonts that the typesetter brings: the same on every machine.

Tagged as PDF/UA asks, so that a screen reader can read it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from relcase.domain.content import Document
from relcase.errors import CouldNot, MissingExtra
from relcase.render import typst_text


class TypesettingFailed(CouldNot):
    """The typesetter ended without a result, and what it said."""

    def __init__(self, said: str) -> None:
        super().__init__(f"Typesetting the PDF failed: {said}.")


def render(document: Document, lang: str) -> bytes:
    """The whole file. Raises ``MissingExtra`` when the typesetter is not installed."""
    try:
        import typst
    except ImportError:
        raise MissingExtra("PDF") from None
    made = typst_text.render(document, lang)
    with TemporaryDirectory(prefix="relcase-") as name:
        folder = Path(name)
        for picture, data in made.pictures.items():
            (folder / picture).write_bytes(data)
        source = folder / "made.typ"
        source.write_text(made.text, encoding="utf-8")
        try:
            written: bytes = typst.compile(
                str(source),
                root=str(folder),
                format="pdf",
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            raise TypesettingFailed(str(error).partition("\n")[0]) from error
        return written
