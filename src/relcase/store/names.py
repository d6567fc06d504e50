"""Author and editor fields of BibTeX → names as CSL has them.

Names are split while the braces are still there and decoded afterwards: the other
order turns ``{Age UK}`` into a person called UK and ``{Barnes and Noble}`` into two.

"and others" becomes the name ``{"literal": "others"}``, which CSL itself has no word
for: pandoc prints it as "et al." in the manner of the style, and Zotero writes it so.
A particle is never a dropping one: BibTeX does not tell, and British lists keep it.
"""

import re
from collections.abc import Iterator

from relcase.store.latex import decode

Name = dict[str, str]

OTHERS: Name = {"literal": "others"}

_SUFFIX = re.compile(r"(?:(?i:jr|sr|jnr|snr|esq|ph\.?d|obe|cbe|mbe)|II|III|IV)\.?")
_LONE_WORD = re.compile(r"[A-Z][\w'’&.-]*")
_BODY_WORDS = frozenset(
    [
        "academy",
        "administration",
        "agency",
        "alliance",
        "and",
        "assembly",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "campaign",
        "centre",
        "center",
        "charity",
        "charities",
        "college",
        "commission",
        "committee",
        "confederation",
        "consortium",
        "council",
        "department",
        "directorate",
        "england",
        "europe",
        "european",
        "executive",
        "federation",
        "force",
        "forum",
        "foundation",
        "fund",
        "government",
        "group",
        "health",
        "healthcare",
        "hm",
        "hospital",
        "inc",
        "institute",
        "institution",
        "international",
        "ireland",
        "kingdom",
        "laboratory",
        "league",
        "limited",
        "llp",
        "ltd",
        "ministry",
        "mission",
        "movement",
        "museum",
        "national",
        "network",
        "nhs",
        "office",
        "organisation",
        "organization",
        "panel",
        "parliament",
        "partnership",
        "plc",
        "programme",
        "project",
        "research",
        "royal",
        "school",
        "scotland",
        "secretariat",
        "service",
        "services",
        "society",
        "states",
        "statistics",
        "survey",
        "taskforce",
        "team",
        "trust",
        "uk",
        "un",
        "union",
        "unit",
        "united",
        "university",
        "usa",
        "wales",
        "working",
        "world",
        "for",
        "of",
        "the",
        "&",
    ]
)


def split_names(raw: str) -> list[Name]:
    """The names in an author or editor field, given with its braces and macros."""
    return [name for part in _people(raw) if (name := _name(part))]


def body_that_would_split(raw: str, *, people: bool = True) -> str | None:
    """The words to put in braces, when ``raw`` holds a body that tools take apart.

    ``people`` is for author and editor. A field that names one body, ``institution``
    or ``publisher``, is only taken apart at an "and".
    """
    parts = list(_people(raw))
    if not people:
        return _clean(raw) if len(parts) > 1 else None
    halves = _halves_of_bodies(parts)
    for number, part in enumerate(parts):
        if number in halves or _is_body(part):
            return _whole_body(parts, number)
    return None


def _people(raw: str) -> Iterator[str]:
    """The field cut at each ``and`` that stands outside braces."""
    words: list[str] = []
    for word in [*_words(raw), "and"]:
        if word.lower() != "and":
            words.append(word)
        elif words:
            yield " ".join(words)
            words = []


def _words(text: str) -> list[str]:
    """The words of ``text``; a tie ends a word, a space in braces does not."""
    return [word for word in _cut(text, re.compile(r"[\s~]+")) if word]


def _cut(text: str, at: re.Pattern[str]) -> list[str]:
    """``text`` cut wherever ``at`` matches outside braces."""
    pieces, depth, start = [], 0, 0
    for match in re.finditer(rf"\\.|[{{}}]|{at.pattern}", text, re.DOTALL):
        depth = max(0, depth + {"{": 1, "}": -1}.get(match[0], 0))
        if depth == 0 and at.fullmatch(match[0]):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _name(part: str) -> Name:
    if part.lower() == "others":
        return dict(OTHERS)
    if _braced_whole(part):
        body = _clean(part)
        return {"literal": body} if body else {}
    pieces = _at_commas(part)
    if len(pieces) == 1:
        return _given_first(_words(part))
    family, suffix, given = _arrange(pieces)
    if not family:
        return _given_first(_words(given))
    return _compose(*_particle(_words(family)), suffix, given)


def _at_commas(part: str) -> list[str]:
    return [piece.strip() for piece in _cut(part, re.compile(","))]


def _arrange(pieces: list[str]) -> tuple[str, str, str]:
    family, *rest = pieces
    if len(rest) == 1:
        return family, "", rest[0]
    first, second = rest[0], ", ".join(rest[1:])
    # "Smith, John, Jr." is not how BibTeX wants it, and is what people write.
    if _SUFFIX.fullmatch(second) and not _SUFFIX.fullmatch(first):
        return family, second, first
    return family, first, second


def _given_first(words: list[str]) -> Name:
    low = [_is_low(word) for word in words[:-1]]
    if True in low:
        start = low.index(True)
        particle, family = _particle(words[start:])
        return _compose(particle, family, "", " ".join(words[:start]))
    suffix = words.pop() if words[2:] and _SUFFIX.fullmatch(words[-1]) else ""
    return _compose("", " ".join(words[-1:]), suffix, " ".join(words[:-1]))


def _particle(words: list[str]) -> tuple[str, str]:
    """``van der Berg`` in its particle and its family name."""
    low = [number for number, word in enumerate(words[:-1]) if _is_low(word)]
    if not low or not _is_low(words[0]):
        return "", " ".join(words)
    cut = low[-1] + 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def _compose(particle: str, family: str, suffix: str, given: str) -> Name:
    parts = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "suffix": suffix,
    }
    cleaned = {role: _clean(text) for role, text in parts.items()}
    return {role: text for role, text in cleaned.items() if text}


def _is_low(word: str) -> bool:
    """Whether a word is written small; a braced one has no case of its own."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters = [character for character in decode(word).text if character.isalpha()]
    return bool(letters) and letters[0].islower()


def _braced_whole(part: str) -> bool:
    if not (part.startswith("{") and part.endswith("}")):
        return False
    if part.startswith("{\\") and not re.search(r"\s", part):
        return False
    depth = 0
    for match in re.finditer(r"\\.|[{}]", part):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() == len(part)
    return False


def _clean(text: str) -> str:
    # A tie between initials is the typesetter's business; engines split at spaces.
    return " ".join(decode(text).text.split())


def _is_body(part: str) -> bool:
    if _braced_whole(part) or len(_at_commas(part)) > 1:
        return False
    words = [word.strip(".,").lower() for word in _words(part)]
    acronym = len(words) == 1 and re.fullmatch(r"[A-Z]{2,}", part)
    return bool(acronym) or (len(words) > 1 and not _BODY_WORDS.isdisjoint(words))


def _halves_of_bodies(parts: list[str]) -> set[int]:
    """Two single words joined by "and" are more likely a firm than two people.

    Three are three people whose first names nobody wrote down.
    """
    lone = "".join("x" if _LONE_WORD.fullmatch(part) else "." for part in parts)
    return {match.start() for match in re.finditer(r"(?<!x)xx(?!x)", lone)}


def _whole_body(parts: list[str], number: int) -> str:
    body = [parts[number]]
    for part in parts[number + 1 :]:
        if _braced_whole(part) or len(_at_commas(part)) > 1 or part == "others":
            break
        body.append(part)
    return _clean(" and ".join(body))
