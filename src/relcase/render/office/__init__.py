"""Content to the files of word processors, Word and OpenDocument, by pandoc.

How a file looks is the business of a model: a reference document, of which pandoc takes
the styles and the page, and a template, which says what stands before the text.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from relcase.citations import pandoc
from relcase.domain.content import Block, Document, Image
from relcase.domain.inert import words
from relcase.render.pandoc_tree import tree
from relcase.render.pictures import as_png

_LAYOUTS = {"docx": "openxml", "odt": "opendocument"}
_AUTHOR = re.compile(r"\$for\(author\)\$.*?\$endfor\$\n?", re.DOTALL)


class Model(NamedTuple):
    """What pandoc needs beside the text."""

    reference: bytes
    template: str


def model(form: str) -> Model:
    """Our model for a form, made from pandoc's own by code."""
    name = f"reference.{form}"
    theirs = pandoc.output((f"--print-default-data-file={name}",), "")
    styled: Callable[[bytes], bytes] = import_module(
        f"relcase.render.office.{form}"
    ).styled
    layout = pandoc.run((f"--print-default-template={_LAYOUTS[form]}",), "")
    # Who made a file is told in its properties; a line under the title would say that
    # we wrote what somebody else puts forward.
    return Model(styled(theirs), _AUTHOR.sub("", layout))


def render(
    document: Document, form: str, lang: str, reference: Path, template: Path
) -> bytes:
    """The whole file, ``docx`` or ``odt``, with the styles of the reference document."""
    made = tree(_with_bitmaps(document), lang)
    with TemporaryDirectory(prefix="relcase-") as name:
        folder = Path(name)
        for file, picture in made.pictures.items():
            (folder / file).write_bytes(picture.data)
        out = folder / f"made.{form}"
        arguments = (
            "--from=json",
            f"--to={form}",
            f"--reference-doc={reference}",
            f"--template={template}",
            f"--resource-path={folder}",
            f"--output={out}",
        )
        # The only addresses of files in the tree are those of the pictures above. Of
        # many languages pandoc warns that it does not know their word for a table.
        pandoc.run(arguments, made.json, sandbox=not made.pictures, strict=False)
        written = out.read_bytes()
    if form == "odt" and made.pictures:
        from relcase.render.office.odt import described

        return described(written, [words(one.alt) for one in made.pictures.values()])
    return written


def _with_bitmaps(document: Document) -> Document:
    return document._replace(blocks=tuple(map(_bitmap, document.blocks)))


def _bitmap(block: Block) -> Block:
    return as_png(block) if isinstance(block, Image) else block
