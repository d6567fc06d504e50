"""References as data for other programs: BibTeX, RIS and CSL-JSON.

BibTeX is written so that reading it again gives the same CSL items.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from relcase.domain.reference import CslItem, Reference

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
    **{character: "\\" + character for character in "$&%#_"},
}
_PAIRS = re.compile(r"(?<=-)(?=-)|(?<=')(?=')")
_TAG = re.compile(r"<(/?)(i|b|sup|sub|span)((?:\s[^>]*)?)>")
_MACROS = {"i": r"\emph{", "b": r"\textbf{", "sup": r"\textsuperscript{"}
_MACROS |= {"sub": r"\textsubscript{"}

_FROM_FIELDS = frozenset(
    {
        *("abstract", "annotation", "annote", "entrysubtype", "file", "keywords"),
        *("eprint", "eprinttype", "archiveprefix"),
    }
)
"""Fields that no CSL variable holds; they are copied from the entry."""

_TITLES = {
    "title": "title",
    "container-title": "journal",
    "collection-title": "series",
    "original-title": "origtitle",
}
_TEXTS = {
    "title-short": "shorttitle",
    "container-title-short": "shortjournal",
    "genre": "type",
    "publisher": "publisher",
    "publisher-place": "location",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "collection-number": "number",
    "page": "pages",
    "edition": "edition",
    "version": "version",
    "chapter-number": "chapter",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "event-title": "eventtitle",
    "event-place": "venue",
    "medium": "medium",
    "status": "pubstate",
    "language": "langid",
    "note": "note",
}
_VERBATIM = {
    "DOI": "doi",
    "URL": "url",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
    "director": "director",
}
_DATES = {
    "issued": "date",
    "accessed": "urldate",
    "original-date": "origdate",
    "event-date": "eventdate",
}
_INSTITUTIONAL = frozenset({"report", "thesis"})
_SEASONS = ("spring", "summer", "autumn", "winter")
_IN_BOOKS = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})

_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "document": "GEN",
    "legislation": "STAT",
    "legal_case": "CASE",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_RIS_TEXTS = {
    "title": "TI",
    "container-title": "T2",
    "collection-title": "T3",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "genre": "M3",
    "edition": "ET",
    "language": "LA",
    "DOI": "DO",
    "URL": "UR",
    "ISBN": "SN",
    "ISSN": "SN",
    "PMID": "AN",
    "note": "N1",
}
_RIS_ROLES = {"author": "AU", "editor": "ED", "translator": "A4"}


def to_bibtex(references: Iterable[Reference]) -> str:
    """One BibTeX entry a reference, notes to oneself included."""
    return "\n".join(_entry(reference) for reference in references)


def to_ris(items: Iterable[CslItem]) -> str:
    """One RIS record an item."""
    return "\n".join("\n".join((*_record(item), "ER  - ", "")) for item in items)


def to_csl_json(items: Iterable[CslItem]) -> str:
    """A JSON list that every CSL engine and reference manager reads."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _entry(reference: Reference) -> str:
    fields = _fields(reference.csl)
    for name, text in reference.fields.items():
        if name in _FROM_FIELDS and text:
            exact = name in {"eprint", "file"}
            fields[name] = _escape_braces(text) if exact else _escape(text)
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    head = f"@{reference.entry_type}{{{reference.key},"
    return "\n".join((head, *lines, "}", ""))


def _fields(item: CslItem) -> dict[str, str]:
    fields: dict[str, str] = {}
    for role, name in _ROLES.items():
        if item.get(role):
            fields[name] = " and ".join(_bibtex_name(person) for person in item[role])
    for variable, name in _names_for(item).items():
        if item.get(variable):
            rich = variable in _TITLES
            text = str(item[variable])
            fields[name] = _escape_title(text) if rich else _escape(text)
    for variable, name in _DATES.items():
        fields |= _bibtex_date(name, item.get(variable, {}))
    for variable, name in _VERBATIM.items():
        if item.get(variable):
            fields[name] = _escape_braces(str(item[variable]).replace("\\", "%5C"))
    return fields


def _names_for(item: CslItem) -> dict[str, str]:
    names = _TITLES | _TEXTS
    if item["type"] in _IN_BOOKS:
        names |= {"container-title": "booktitle"}
    if item["type"] in _INSTITUTIONAL:
        names |= {"publisher": "institution"}
    return names


def _escape(text: str) -> str:
    text = _PAIRS.sub("\0", text)
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    return escaped.replace("\0", "{}")


def _escape_braces(text: str) -> str:
    return re.sub(r"[{}]", r"\\\g<0>", text)


def _escape_title(text: str) -> str:
    tags = list(_TAG.finditer(text))
    if not _nested(tags):
        return _escape(text)
    out, at = [], 0
    for tag in tags:
        out += [_escape(text[at : tag.start()]), _macro(tag)]
        at = tag.end()
    return "".join(out) + _escape(text[at:])


def _nested(tags: Sequence[re.Match[str]]) -> bool:
    """Whether each tag is closed, in the order a reader expects."""
    opened: list[str] = []
    for tag in tags:
        if not tag[1]:
            opened.append(tag[2])
        elif not opened or opened.pop() != tag[2]:
            return False
    return not opened


def _macro(tag: re.Match[str]) -> str:
    if tag[1]:
        return "}"
    # The empty pair keeps the group from being taken for one accented letter.
    span = r"\textsc{" if "small-caps" in tag[3] else "{{}"
    return _MACROS.get(tag[2], span)


def _bibtex_name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        literal = name["literal"]
        return literal if literal == "others" else _grouped(literal)
    family = _kept_whole(name.get("family", ""))
    particle = name.get("non-dropping-particle") or name.get("dropping-particle", "")
    parts = [f"{_escape(particle)} {family}".strip()]
    if set(name) == {"family"} and not re.search(r"[\s{]", family):
        return family
    if name.get("suffix"):
        parts.append(_kept_whole(name["suffix"]))
    return ", ".join((*parts, _kept_whole(name.get("given", "")))).rstrip()


def _kept_whole(text: str) -> str:
    """In braces, where BibTeX would find a comma, an "and" or a particle."""
    harmless = re.fullmatch(r"[\w'’.\-]+(?: [\w'’.\-]+)*", text)
    low = any(word[0].islower() for word in text.split())
    return _escape(text) if not text or (harmless and not low) else _grouped(text)


def _grouped(text: str) -> str:
    escaped = _escape(text)
    return f"{{{{}}{escaped}}}" if escaped.startswith("\\") else f"{{{escaped}}}"


def _bibtex_date(name: str, value: Mapping[str, Any]) -> dict[str, str]:
    year = {"year": ""} if name == "date" else {}
    if "literal" in value:
        return {next(iter(year), name): _escape(str(value["literal"]))}
    ends = [_iso(end) for end in value.get("date-parts", ())]
    if not ends:
        return {}
    if year:
        year["year"] = ends[0][:4]
    if "season" in value:
        return year | {"month": _SEASONS[int(value["season"]) - 1]}
    written = "/".join(ends) + ("~" if value.get("circa") else "")
    return year if written == year.get("year") else year | {name: written}


def _iso(parts: Sequence[int]) -> str:
    year, *rest = parts
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))


def _record(item: CslItem) -> Iterable[str]:
    yield f"TY  - {_RIS_TYPES.get(item['type'], 'GEN')}"
    yield f"ID  - {item['id']}"
    for role, tag in _RIS_ROLES.items():
        yield from (f"{tag}  - {_ris_name(name)}" for name in item.get(role, ()))
    yield from _ris_date("PY", "DA", item.get("issued", {}))
    for variable, tag in _RIS_TEXTS.items():
        if item.get(variable):
            yield f"{tag}  - {_bare(str(item[variable]))}"
    first, dash, last = str(item.get("page", "")).partition("-")
    yield from [f"SP  - {first}"] if first else []
    yield from [f"EP  - {last}"] if dash else []
    yield from _ris_date("", "Y2", item.get("accessed", {}))


def _ris_name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return _bare(name["literal"])
    particle = name.get("non-dropping-particle", "")
    family = f"{particle} {name.get('family', '')}".strip()
    parts = (family, name.get("given", ""), name.get("suffix", ""))
    return _bare(", ".join(part for part in parts if part))


def _ris_date(year_tag: str, date_tag: str, value: Mapping[str, Any]) -> Iterable[str]:
    parts: Sequence[int] = next(iter(value.get("date-parts", ())), ())
    if not parts:
        return
    if year_tag:
        yield f"{year_tag}  - {parts[0]:04d}"
    if len(parts) > 1 or not year_tag:
        written = _iso(parts).replace("-", "/")
        yield f"{date_tag}  - {written}{'/' * (3 - len(parts))}"


def _bare(text: str) -> str:
    return " ".join(_TAG.sub("", text).split())
