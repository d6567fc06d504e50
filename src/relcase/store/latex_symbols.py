"""What the macros of LaTeX stand for, as far as bibliographies use them."""

import re
from functools import cache

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "G": "\u030f",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "acute": "\u0301",
    "bar": "\u0304",
    "breve": "\u0306",
    "check": "\u030c",
    "ddot": "\u0308",
    "dot": "\u0307",
    "grave": "\u0300",
    "hat": "\u0302",
    "overline": "\u0305",
    "tilde": "\u0303",
    "vec": "\u20d7",
}
"""An accent macro, and the combining character that does the same."""

STANDALONE_ACCENTS = {
    "`": "`",
    "'": "\u00b4",
    "^": "^",
    "~": "~",
    "=": "\u00af",
    "u": "\u02d8",
    ".": "\u02d9",
    '"': "\u00a8",
    "r": "\u02da",
    "H": "\u02dd",
    "v": "\u02c7",
    "c": "\u00b8",
    "k": "\u02db",
}
"""The same accent over nothing: ``\\~{}`` is how a tilde is written."""

STYLES = {
    "emph": "i",
    "textit": "i",
    "textsl": "i",
    "mkbibemph": "i",
    "mkbibitalic": "i",
    "mathit": "i",
    "textbf": "b",
    "mkbibbold": "b",
    "mathbf": "b",
    "textsc": "c",
    "textsuperscript": "^",
    "mkbibsuperscript": "^",
    "textsubscript": "_",
    "mkbibsubscript": "_",
}
"""Macros that set their argument in a style (the letters of ``domain.content``)."""

SWITCHES = {
    "em": "i",
    "it": "i",
    "sl": "i",
    "itshape": "i",
    "slshape": "i",
    "bf": "b",
    "bfseries": "b",
    "sc": "c",
    "scshape": "c",
}
"""Macros that set the rest of their group in a style."""

TRANSPARENT = frozenset(
    [
        "text",
        "textrm",
        "textsf",
        "texttt",
        "textup",
        "textmd",
        "textnormal",
        "mbox",
        "hbox",
        "underline",
        "uline",
        "ensuremath",
        "mathrm",
        "mathsf",
        "mathtt",
        "mathcal",
        "mathbb",
        "operatorname",
    ]
)
"""Macros whose argument is printed as it is."""

SILENT = frozenset(
    [
        "rm",
        "tt",
        "sf",
        "rmfamily",
        "sffamily",
        "ttfamily",
        "upshape",
        "mdseries",
        "normalfont",
        "selectfont",
        "relax",
        "protect",
        "tiny",
        "scriptsize",
        "footnotesize",
        "small",
        "normalsize",
        "large",
        "Large",
        "LARGE",
        "huge",
        "Huge",
        "noindent",
        "nobreak",
        "allowbreak",
        "left",
        "right",
        "displaystyle",
        "textstyle",
        "limits",
        "nobreakdash",
        "sloppy",
    ]
)
"""Macros that print nothing."""

SURROUNDING = {
    "enquote": ("\u201c", "\u201d"),
    "mkbibquote": ("\u201c", "\u201d"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "sqrt": ("\u221a", ""),
}
"""Macros that put something before and after their argument."""

CONTROL_SYMBOLS = {
    "&": "&",
    "%": "%",
    "#": "#",
    "_": "_",
    "$": "$",
    "{": "{",
    "}": "}",
    " ": " ",
    "\n": " ",
    "\t": " ",
    "\\": " ",
    "-": "",
    "/": "",
    "@": "",
    "!": "",
    ",": "\u202f",
    ":": " ",
    ";": " ",
    "|": "\u2016",
}
"""A backslash and one character that is not a letter."""

_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "SS": "\u1e9e",
    "i": "\u0131",
    "j": "\u0237",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
}

_MONEY_AND_MARKS = {
    "pounds": "£",
    "textsterling": "£",
    "textpound": "£",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "EURtm": "€",
    "officialeuro": "€",
    "textdollar": "$",
    "dollar": "$",
    "cent": "¢",
    "textcent": "¢",
    "yen": "¥",
    "textyen": "¥",
    "copyright": "©",
    "textcopyright": "©",
    "registered": "®",
    "textregistered": "®",
    "trademark": "™",
    "texttrademark": "™",
    "S": "§",
    "textsection": "§",
    "P": "¶",
    "dag": "†",
    "textdagger": "†",
    "ddag": "‡",
    "textdaggerdbl": "‡",
    "degree": "°",
    "textdegree": "°",
    "degreecelsius": "°C",
    "celsius": "°C",
    "percent": "%",
    "textpercent": "%",
    "textperthousand": "‰",
    "textpertenthousand": "‱",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textmu": "µ",
    "checkmark": "✓",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
}

_PUNCTUATION = {
    "ldots": "…",
    "dots": "…",
    "dotsc": "…",
    "dotso": "…",
    "textellipsis": "…",
    "textendash": "–",
    "endash": "–",
    "textemdash": "—",
    "emdash": "—",
    "hyphen": "-",
    "textquoteleft": "‘",
    "lq": "‘",
    "textquoteright": "’",
    "rq": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "quotedblbase": "„",
    "glqq": "„",
    "grqq": "“",
    "quotesinglbase": "‚",
    "glq": "‚",
    "grq": "‘",
    "guillemotleft": "«",
    "guillemetleft": "«",
    "flqq": "«",
    "guillemotright": "»",
    "guillemetright": "»",
    "frqq": "»",
    "guilsinglleft": "‹",
    "flq": "‹",
    "guilsinglright": "›",
    "frq": "›",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "slash": "/",
    "textslash": "/",
    "textbackslash": "\\",
    "backslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textbar": "|",
    "vert": "|",
    "textless": "<",
    "textgreater": ">",
    "textbraceleft": "{",
    "lbrace": "{",
    "textbraceright": "}",
    "rbrace": "}",
    "textunderscore": "_",
    "textvisiblespace": "␣",
    "quad": " ",
    "qquad": " ",
    "enspace": " ",
    "enskip": " ",
    "thinspace": "\u202f",
    "space": " ",
    "nobreakspace": "\u00a0",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "and": "and",
}

_MATHEMATICS = {
    "lt": "<",
    "gt": ">",
    "le": "≤",
    "leq": "≤",
    "leqslant": "≤",
    "ge": "≥",
    "geq": "≥",
    "geqslant": "≥",
    "ne": "≠",
    "neq": "≠",
    "sim": "~",
    "approx": "≈",
    "times": "×",
    "texttimes": "×",
    "div": "÷",
    "textdiv": "÷",
    "pm": "±",
    "textpm": "±",
    "mp": "∓",
    "cdot": "·",
    "cdots": "⋯",
    "ast": "*",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "gets": "←",
    "uparrow": "↑",
    "downarrow": "↓",
    "prime": "′",
    "minus": "−",
    "textminus": "−",
    "mid": "|",
    "circ": "°",
    "epsilon": "ε",
    "phi": "φ",
    "land": "∧",
    "lor": "∨",
    "neg": "¬",
    "emptyset": "∅",
    "log": "log",
    "ln": "ln",
    "exp": "exp",
    "min": "min",
    "max": "max",
}

SYMBOLS = _LETTERS | _MONEY_AND_MARKS | _PUNCTUATION | _MATHEMATICS
"""A macro without an argument, and what it prints."""

SUPERSCRIPT = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def symbol(name: str) -> str | None:
    """What the macro ``name`` prints, or ``None`` when nobody knows."""
    known = SYMBOLS.get(name)
    return known if known is not None else _rare_symbols().get(name)


@cache
def _rare_symbols() -> dict[str, str]:
    # Greek, Cyrillic, arrows …: pylatexenc's table the other way round. It is asked
    # last, because it has the mathematician's "∼" where a report means "~".
    from pylatexenc.latexencode import (
        get_builtin_uni2latex_dict,
    )

    pattern = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)\}?")
    rare: dict[str, str] = {}
    for codepoint, written in get_builtin_uni2latex_dict().items():
        match = pattern.fullmatch(written)
        if match:
            rare.setdefault(match[1], chr(codepoint))
    return rare
