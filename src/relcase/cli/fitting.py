"""Options that only some formats can follow."""

from pathlib import Path

from relcase.cli.choices import choose
from relcase.cli.options import Output
from relcase.errors import AskedWrongly, BadValue

CITATIONS = ("text", "keys", "footnotes")
_KEYED = ("markdown", "latex")
_WITHOUT_NOTES = ("table", "json", "csv")


def citations(output: Output, form: str) -> str:
    """How sources are cited: as asked for, if the format can.

    Raises ``BadValue`` for keys or notes in a format that has none.
    """
    if output.citations is None:
        return "text"
    chosen = choose("way to cite", output.citations, CITATIONS)
    if chosen == "keys" and (form not in _KEYED or output.copy):
        why = "keys are for Markdown and LaTeX, as in --out report.md"
        raise BadValue("--citations", chosen, why)
    if chosen == "footnotes" and form in _WITHOUT_NOTES:
        why = f"{form} has no notes; choose another format"
        raise BadValue("--citations", chosen, why)
    return chosen


def reference_doc(given: Path | None, form: str) -> None:
    """Raises ``AskedWrongly`` for a reference document where it has no use."""
    if given is not None and form not in ("docx", "odt"):
        raise AskedWrongly(
            "A reference document gives its styles to a Word or OpenDocument file: "
            "name one with --out FILE.docx or FILE.odt."
            + " Slides take --template."
            * (form == "pptx")
        )
