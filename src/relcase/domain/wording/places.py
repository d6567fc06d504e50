"""Countries as sentences name them, and the codes a record gives them."""

import re

_NAMES = {
    "GB": r"UK|U\.K\.|United\s+Kingdom|Britain|British|Britons?|Brits|England|English|Wales|Welsh"
    r"|Scotland|Scottish|Scots|Northern\s+Ireland",
    "US": r"US|USA|U\.S\.|United\s+States|Americans?(?!\s+Africa)|(?<!Latin\s)(?<!South\s)America",
    "AU": r"Australian?s?",
    "CA": r"Canad(?:a|ians?)",
    "NO": r"Norway|Norwegians?",
    "SE": r"Sweden|Swed(?:ish|es)",
    "DK": r"Denmark|Danish|Danes",
    "FI": r"Finland|Finnish",
    "NL": r"Netherlands|Dutch",
    "DE": r"Germany|Germans?",
    "FR": r"France|French",
    "IE": r"(?<!Northern\s)Ireland|Irish",
    "JP": r"Japan(?:ese)?",
    "NZ": r"New\s+Zealand(?:ers)?",
    "IN": r"India(?:ns?)?",
    "CN": r"China|Chinese",
    "ES": r"Spain|Spanish",
    "Europe": r"Europe(?:ans?)?",
    "Africa": r"Africa(?:ns?)?",
    "Asia": r"Asia(?:ns?)?",
    "Latin America": r"(?:Latin|South)\s+America(?:ns?)?",
    "IT": r"Italy|Italians?",
}
NAMED = {
    code: re.compile(rf"(?<![\w-])(?:{names})(?![\w])")
    for code, names in _NAMES.items()
}
ANY = re.compile(r"(?<![\w-])(?:" + "|".join(_NAMES.values()) + r")(?![\w])")
PARTS_OF_UK = {
    "England": re.compile(r"\b(?:England|English)\b"),
    "Scotland": re.compile(r"\b(?:Scotland|Scottish|Scots)\b"),
    "Wales": re.compile(r"\b(?:Wales|Welsh)\b"),
    "Northern Ireland": re.compile(r"\bNorthern\s+Ireland\b"),
}
"""The parts of the one country that records tell apart."""
