"""Content to plain text: nothing but words, for e-mail and text boxes."""

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
    Text,
    as_typed,
)
from relcase.domain.inert import words

_RAISED = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


def render(document: Document) -> str:
    """The whole document."""
    notes: list[str] = []
    parts = [words(document.title)] if document.title else []
    parts += [_block(block, notes) for block in document.blocks]
    parts += ["\n".join(notes)] if notes else []
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


def _block(block: Block, notes: list[str]) -> str:
    match block:
        case Heading() | Paragraph():
            return _line(block.content, notes)
        case Items() | References():
            return "\n\n".join(_line(item, notes) for item in block.items)
        case Quotation():
            by = _line(block.attribution, notes)
            return _line(block.content, notes) + (f"\n— {by}" if by else "")
        case Table():
            rows = [
                block.header,
                *(tuple(_line(c, notes) for c in row) for row in block.rows),
            ]
            return "\n".join("\t".join(row) for row in rows)
        case Image():
            from relcase.render.pictures import instead

            below = _line(block.caption, notes)
            return instead(block) + (f"\n{below}" if below else "")
        case Slide():
            return "\n\n".join(_block(one, notes) for one in block.blocks)


def _line(content: Line, notes: list[str]) -> str:
    out = []
    for part in content:
        if isinstance(part, Footnote):
            notes.append("")
            number = len(notes)
            notes[-1] = f"[{number}] {_line(part.content, notes)}"
            out.append(f" [{number}]")
        elif isinstance(part, Key):
            out.append(words(as_typed(part)))
        else:
            out.append(raised(part) if "^" in part.style else words(part.text))
    return "".join(out)


def raised(part: Text) -> str:
    """The number of a note or a source, raised by its letters: ``ties.¹``."""
    return words(part.text).translate(_RAISED)
