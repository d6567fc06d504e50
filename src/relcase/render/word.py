"""Content to a Word file, by pandoc, with real styles."""

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from relcase.citations import pandoc
from relcase.domain.content import Document
from relcase.render.pandoc_tree import tree

_BIBLIOGRAPHY = re.compile(
    rb'(<w:style\b[^>]*w:styleId="Bibliography".*?)(?:<w:pPr\s*/>|<w:pPr>(.*?)</w:pPr>)?'
    rb"(\s*(?:<w:rPr\b.*?)?</w:style>)",
    re.DOTALL,
)
_HANGING = (
    b'<w:pPr><w:spacing w:after="120"/><w:ind w:left="720" w:hanging="720"/></w:pPr>'
)
_STYLES = "word/styles.xml"


def render(document: Document, lang: str) -> bytes:
    """The whole file."""
    with TemporaryDirectory(prefix="relcase-") as folder:
        reference, made = Path(folder, "reference.docx"), Path(folder, "made.docx")
        theirs = pandoc.output(("--print-default-data-file=reference.docx",), "")
        reference.write_bytes(with_hanging_indent(theirs))
        arguments = ("--from=json", "--to=docx", f"--reference-doc={reference}")
        pandoc.run((*arguments, f"--output={made}"), tree(document, lang))
        return made.read_bytes()


def with_hanging_indent(reference: bytes) -> bytes:
    """A reference document whose style for references hangs; pandoc's own does not."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(reference)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for item in old.infolist():
            content = old.read(item)
            if item.filename == _STYLES:
                content = _BIBLIOGRAPHY.sub(
                    rb"\1" + _HANGING + rb"\3", content, count=1
                )
            new.writestr(item, content)
    return out.getvalue()
