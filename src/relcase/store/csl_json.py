"""A BibTeX entry → a CSL-JSON item, the form every citation engine reads.

The fields come undecoded, because names and titles need their braces. Notes to
oneself (``PRIVATE``) never reach an item, so no style can print them.
"""

import re
from collections.abc import Mapping

from relcase.domain.reference import CslItem
from relcase.store import bibtex_dates as dates
from relcase.store.latex import decode, decode_title, links, verbatim
from relcase.store.names import split_names

PRIVATE = frozenset(
    {"abstract", "annotation", "annote", "file", "keywords", "unconfirmed"}
)
"""Fields for the keeper of the bibliography."""

VERBATIM = frozenset(
    {"url", "doi", "eprint", "file", "isbn", "issn", "pmid", "pmcid", "urldate"}
)
"""Fields that hold an address or a number and no LaTeX."""

TYPES = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "review": "review",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "presentation": "speech",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "webpage": "webpage",
    "www": "webpage",
}
"""What CSL calls the types of BibTeX and BibLaTeX."""

_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
_LANGUAGES = {
    "english": "en",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "american": "en-US",
    "usenglish": "en-US",
    "welsh": "cy",
    "french": "fr",
    "german": "de",
    "ngerman": "de",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "danish": "da",
    "swedish": "sv",
    "norwegian": "nb",
    "finnish": "fi",
    "polish": "pl",
    "portuguese": "pt",
}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
}
_PLAIN = {
    "chapter-number": ("chapter",),
    "event-place": ("venue",),
    "event-title": ("eventtitle",),
    "medium": ("medium",),
    "note": ("note",),
    "number-of-pages": ("pagetotal",),
    "number-of-volumes": ("volumes",),
    "publisher-place": ("location", "address"),
    "status": ("pubstate",),
    "version": ("version",),
    "volume": ("volume",),
}
_SUBTITLES = {
    "title": "subtitle",
    "journal": "journalsubtitle",
    "journaltitle": "journalsubtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
}
_PUBLISHERS = ("institution", "publisher", "school", "organization", "howpublished")


def to_item(key: str, entry_type: str, raw: Mapping[str, str]) -> CslItem:
    """The item of one entry; ``raw`` holds the fields as they stand in the file."""
    entry = _Entry(entry_type.lower(), raw)
    item: CslItem = {"id": key, "type": _csl_type(entry)}
    item |= {
        role: names
        for field, role in _ROLES.items()
        if (names := split_names(raw.get(field, "")))
    }
    item |= _titles(entry)
    item |= _publication(entry, item["type"])
    item |= {
        name: value
        for name, fields in _PLAIN.items()
        if (value := entry.first(*fields))
    }
    if item.get("note", "").startswith(("http://", "https://")):
        del item["note"]
    return item | _dates(entry) | _identifiers(entry)


def clean_doi(text: str) -> str:
    """A DOI without resolver address or prefix."""
    pattern = r"(?i)^(?:https?://)?(?:dx\.)?(?:www\.)?doi(?:\.org/|:)\s*"
    return re.sub(pattern, "", verbatim(text))


class _Entry:
    """The fields of an entry, decoded when they are asked for."""

    def __init__(self, entry_type: str, raw: Mapping[str, str]) -> None:
        self.type = entry_type
        self.raw = raw

    def first(self, *fields: str) -> str:
        """The first of these fields that says anything, in plain text."""
        found = (decode(self.raw[field]).text for field in fields if field in self.raw)
        return next(filter(None, found), "")

    def exact(self, *fields: str) -> str:
        """The same for fields that hold no LaTeX."""
        found = (verbatim(self.raw[field]) for field in fields if field in self.raw)
        return next(filter(None, found), "")

    def title(self, *fields: str) -> str:
        """The first of these titles, with its subtitle and the mark-up CSL knows."""
        for field in fields:
            if main := decode_title(self.raw.get(field, "")).text:
                subfield = _SUBTITLES.get(field, "")
                sub = decode_title(self.raw.get(subfield, "")).text
                joint = " " if main.endswith(("?", "!", ".", ":")) else ": "
                return f"{main}{joint}{sub}" if sub else main
        return ""


def _csl_type(entry: _Entry) -> str:
    subtype = entry.first("entrysubtype").lower()
    if entry.type == "article":
        if subtype in {"newspaper", "magazine"}:
            return f"article-{subtype}"
        return "article-newspaper" if _looks_like_news(entry) else "article-journal"
    if entry.type == "misc" and _url(entry) and not entry.exact("doi"):
        return "webpage"
    return TYPES.get(entry.type, "document")


def _looks_like_news(entry: _Entry) -> bool:
    # Journals have volumes, issues and DOIs; newspapers have days.
    if any(entry.first(field) for field in ("volume", "number", "issue", "doi")):
        return False
    issued = dates.issued(_decoded_dates(entry)) or {}
    first = issued.get("date-parts", [[]])[0]
    return bool(first[2:])


def _titles(entry: _Entry) -> CslItem:
    container = entry.title("journaltitle", "journal", "booktitle", "maintitle")
    found = {
        "title": entry.title("title"),
        "title-short": entry.first("shorttitle"),
        "container-title": container,
        "container-title-short": entry.first("shortjournal"),
        "collection-title": entry.title("series"),
        "original-title": entry.title("origtitle"),
    }
    return {name: text for name, text in found.items() if text}


def _publication(entry: _Entry, csl_type: str) -> CslItem:
    number = entry.first("number")
    periodical = csl_type in {
        *("article-journal", "article-magazine", "article-newspaper", "periodical"),
        "review",
    }
    in_series = entry.first("series") and csl_type in {"book", "chapter"}
    number_name = "collection-number" if in_series else "number"
    found = {
        "genre": _genre(entry),
        "publisher": _publisher(entry),
        "issue": entry.first("issue") or (number if periodical else ""),
        number_name: "" if periodical else number,
        "page": _pages(entry),
        "edition": _edition(entry.first("edition")),
        "language": _language(entry.first("langid", "language")),
    }
    return {name: text for name, text in found.items() if text}


def _genre(entry: _Entry) -> str:
    written = entry.first("type")
    default = _GENRES.get(entry.type, "") if TYPES.get(entry.type) == "thesis" else ""
    return _GENRES.get(written.lower(), written) or default


def _publisher(entry: _Entry) -> str:
    for field in _PUBLISHERS:
        text = entry.first(field)
        if text and not links(entry.raw[field]) and not re.match(r"https?:", text):
            return text
    return ""


def _pages(entry: _Entry) -> str:
    # An article number goes where pages go: that is where styles look for it.
    pages = entry.first("pages") or entry.first("eid", "articleno")
    return re.sub(r"\s*[–—]\s*", "-", pages)


def _edition(text: str) -> str:
    word = re.sub(r"(?i)\s*(edition|edn?)\.?$", "", text).lower()
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    match = re.fullmatch(r"(\d+)\s*(?:st|nd|rd|th)?", word)
    return match[1] if match else text


def _language(text: str) -> str:
    known = _LANGUAGES.get(text.lower())
    return known or (text if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", text) else "")


def _dates(entry: _Entry) -> CslItem:
    fields = _decoded_dates(entry)
    found = {
        "issued": dates.issued(fields),
        "accessed": dates.iso_date(fields.get("urldate", "")),
        "original-date": dates.iso_date(fields.get("origdate", "")),
        "event-date": dates.iso_date(fields.get("eventdate", "")),
    }
    return {name: value for name, value in found.items() if value}


def _decoded_dates(entry: _Entry) -> dict[str, str]:
    names = ["date", "year", "month", "day", "urldate", "origdate", "eventdate"]
    return {name: entry.first(name) for name in names if name in entry.raw}


def _identifiers(entry: _Entry) -> CslItem:
    archive = entry.first("eprinttype", "archiveprefix").lower()
    eprint = entry.exact("eprint")
    doi = clean_doi(entry.raw.get("doi", ""))
    found = {
        "DOI": doi,
        # One link a reference: the DOI leads to the same page and lasts longer.
        "URL": "" if doi else _url(entry),
        "ISBN": entry.exact("isbn"),
        "ISSN": entry.exact("issn"),
        "PMID": entry.exact("pmid") or (eprint if archive == "pubmed" else ""),
        "PMCID": entry.exact("pmcid"),
    }
    return {name: text for name, text in found.items() if text}


def _url(entry: _Entry) -> str:
    if url := entry.exact("url"):
        return url
    for field in ("howpublished", "note"):
        raw = entry.raw.get(field, "")
        if found := links(raw) or re.findall(r"https?://[^\s{}]+", raw):
            return verbatim(found[0])
    if entry.first("eprinttype", "archiveprefix").lower() == "arxiv":
        return f"https://arxiv.org/abs/{entry.exact('eprint')}"
    return ""
