"""Content to LaTeX for the body of a document that loads ``hyperref`` and ``longtable``."""

import re

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Inline,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Table,
)
from relcase.domain.inert import address, words
from relcase.render.outline import under_title

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
        '"': "''",
        "−": r"$-$",
        "≥": r"$\geq$",
        "≤": r"$\leq$",
        "β": r"$\beta$",
        "\u00a0": "~",
    }
)
_COMMANDS = {
    "i": "emph",
    "b": "textbf",
    "c": "textsc",
    "^": "textsuperscript",
    "_": "textsubscript",
}
_HEADINGS = {1: "section*", 2: "subsection*", 3: "subsubsection*"}


def render(document: Document) -> str:
    """The whole document, without a preamble."""
    parts = [rf"\section*{{{escape(document.title)}}}"] if document.title else []
    parts += [_block(block) for block in document.blocks]
    return "\n\n".join(parts) + "\n" if parts else ""


def whole(document: Document, lang: str, bibliography: str = "") -> str:
    """A file that compiles: with pdfLaTeX as far as its letters go, else XeLaTeX.

    ``bibliography`` is the file beside it that biber finds the keys in.
    """
    body = render(Document(under_title(document)))
    title = escape(document.title)
    named = f"\\title{{{title}}}\n\\author{{}}\n\\date{{}}\n" if title else ""
    shown = "\\maketitle\n\n" if title else ""
    about = f"pdftitle={{{title}}},pdflang={{{escape(lang)}}}"
    keyed = _KEYED.format(bibliography) if bibliography else ""
    return (
        f"{_PREAMBLE}{keyed}\\hypersetup{{{about}}}\n{named}\n\\begin{{document}}\n{shown}"
        f"{body}\n\\end{{document}}\n"
    )


_PREAMBLE = r"""\documentclass[a4paper,11pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
  \usepackage{lmodern}
  \DeclareUnicodeCharacter{25CF}{\textbullet}
  \DeclareUnicodeCharacter{25CB}{\textopenbullet}
  \DeclareUnicodeCharacter{2011}{-}
  \DeclareUnicodeCharacter{2192}{\textrightarrow}
\else
  \usepackage{fontspec}
\fi
\usepackage[margin=24mm]{geometry}
\usepackage{longtable}
\usepackage{graphicx}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt}
\emergencystretch=3em
"""


_KEYED = r"""\usepackage[backend=biber,style=authoryear]{{biblatex}}
\addbibresource{{{}}}
"""


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"\\{_HEADINGS.get(block.level, 'paragraph*')}{{{_line(block.content)}}}"
        case Paragraph():
            return _line(block.content)
        case Items():
            return _environment(
                "itemize", "\n".join(rf"\item {_apart(_line(i))}" for i in block.items)
            )
        case Quotation():
            by = f"\\\\\n--- {_line(block.attribution)}" if block.attribution else ""
            return _environment("quote", _line(block.content) + by)
        case References(left_open=True):
            return r"\printbibliography[heading=none]"
        case References():
            hung = (
                rf"\hangindent=2em \noindent {_line(item)}\par" for item in block.items
            )
            return "\n".join(hung)
        case Table():
            return _table(block)
        case Image():
            return _image(block)


def _image(block: Image) -> str:
    from relcase.render.pictures import instead

    shown = (
        rf"\includegraphics[width=\linewidth]{{\detokenize{{{block.name}}}}}"
        if block.name
        else escape(instead(block))
    )
    below = f"\n\n{_line(block.caption)}" if block.caption else ""
    return _environment("center", shown + below)


def _table(block: Table) -> str:
    """Rows over as many pages as they need, the header on each."""
    from relcase.render.columns import shares

    room = 1 - _GAP * len(block.header)
    columns = "".join(rf"p{{{share * room:.3f}\linewidth}}" for share in shares(block))
    head = " & ".join(escape(name) for name in block.header) + r" \\ \hline \endhead"
    rows = "\n".join((head, *map(_row, block.rows)))
    return f"\\begin{{longtable}}{{{columns}}}\n{rows}\n\\end{{longtable}}"


_GAP = 0.03
"""The share of the width that the space between two columns takes."""


def _environment(name: str, body: str) -> str:
    return f"\\begin{{{name}}}\n{body}\n\\end{{{name}}}"


def _row(cells: tuple[Line, ...]) -> str:
    text = " & ".join(_line(cell) for cell in cells)
    return _apart(text) + r" \\"


def _apart(text: str) -> str:
    """Text that the command before it cannot take for an option of its own."""
    return f"{{}}{text}" if text.startswith(("[", "*")) else text


def _line(content: Line) -> str:
    return "".join(_inline(part) for part in content)


def _inline(part: Inline) -> str:
    if isinstance(part, Key):
        return _cited(part)
    if isinstance(part, Footnote):
        return rf"\footnote{{{_line(part.content)}}}"
    text = escape(part.text)
    for letter, command in _COMMANDS.items():
        if letter in part.style:
            text = rf"\{command}{{{text}}}"
    url = address(part.url)
    if url and part.text.startswith("http"):
        text = _STEP.sub(r"/\\allowbreak{}", text)
    return rf"\href{{{_url(url)}}}{{{text}}}" if url else text


_STEP = re.compile("(?<!/)/(?!/)")
"""Where the address of a page may be broken, as few are short enough for a line."""


def _cited(part: Key) -> str:
    """A citation for biblatex."""
    command = "textcite" if part.narrative else "parencite"
    place = f"[{{{escape(part.place)}}}]" if part.place else ""
    return rf"\{command}{place}{{{_KEY.sub('', part.key)}}}"


_KEY = re.compile(r"[^\w:.+/-]")


def escape(text: str) -> str:
    """Words as words: no command, comment or mathematics."""
    return words(text).translate(_SPECIAL).replace("--", "-{}-{}")


def _url(url: str) -> str:
    return url.replace("%", r"\%").replace("#", r"\#")
