"""Countries as sentences name them, and the codes a record gives them."""

import re

from relcase.domain.wording.phrases import kinds

_COUNTRIES = kinds(
    GB="""
        UK/U.K./Britain/British/Briton/Britons/Brits/England/English/Wales/Welsh/Scotland
        Scottish/Scots, United Kingdom, Northern Ireland
    """,
    US="US/USA/U.S./America/American/Americans, United States",
    AU="Australia/Australian/Australians",
    CA="Canada/Canadian/Canadians",
    NO="Norway/Norwegian/Norwegians",
    SE="Sweden/Swedish/Swedes",
    DK="Denmark/Danish/Danes",
    FI="Finland/Finnish",
    NL="Netherlands/Dutch",
    DE="Germany/German/Germans",
    FR="France/French",
    IE="Ireland/Irish",
    JP="Japan/Japanese",
    NZ="New Zealand/Zealander/Zealanders",
    IN="India/Indian/Indians",
    CN="China/Chinese",
    ES="Spain/Spanish",
    IT="Italy/Italian/Italians",
    EUROPE="Europe/European/Europeans",
    AFRICA="Africa/African/Africans",
    ASIA="Asia/Asian/Asians",
    ELSEWHERE="Latin/South America",
)
"""Names by the code of the country, in the capitals in which they are written;
``ELSEWHERE`` are names that hold another one."""
_PARTS_OF_UK = kinds(
    england="England/English",
    scotland="Scotland/Scottish/Scots",
    wales="Wales/Welsh",
    northern_ireland="Northern Ireland",
)
"""The parts of the one country that records tell apart."""
_LANGUAGE = re.compile(
    r"English(?:[- ]speak\w+|\s+as\s+an|\s+language)|(?:spoke|speak\w*|learn\w*|in)\s+English\b"
)


def countries(text: str) -> dict[str, re.Match[str]]:
    """Codes of the countries that a text names, and where it first does."""
    found = _found(_COUNTRIES, text)
    found.pop("ELSEWHERE", None)
    return found


_WHERE = re.compile(
    r"\b(?:people|adults|children|women|men|patients|workers|those|population|everyone"
    r"|us|we|one|all|dementia|deaths|pupils|parents|students|nurses|doctors|older people)\b"
    r"(?:\s+[a-z]+)?\s+(?:in|of|across|throughout|from)\s+(?:the\s+)?$"
    r"|(?:^|[,;:(–]\s?)(?:and\s+)?in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ITS_PEOPLE = re.compile(
    r"(?:['’]s)?\s+(?:people|adults|children|women|men|patients|workers|population|pupils"
    r"|parents|students|nurses|doctors|residents|citizens)\b"
)


def is_whereabouts(text: str, name: re.Match[str]) -> bool:
    """Whether a country is told of as where people are: "people in the UK", "UK adults".

    It is not in "a UK charity says" or "(University College London, UK)".
    """
    if _ITS_PEOPLE.match(text, name.end()) or name[0] in _PEOPLES:
        return True
    return _WHERE.search(text, max(0, name.start() - 48), name.start()) is not None


_TOLD_THERE = re.compile(
    r",?\s+(?:(?:we|people|they|many|most|some|campaigners|charities|councils|papers|ministers)"
    r"\s+(?:\w+\s+){0,2}?(?:quot|cit(?:e|ed)\b|repeat|hear\b)"
    r"|it\s+is\s+(?:\w+\s+)?(?:said|told|quoted|repeated|claimed)\b"
    r"|the\s+(?:figure|number|statistic|finding|claim|study|review)\b[^.,;:]{0,30}?"
    r"\b(?:quoted|cited|used|heard|repeated|known)\b)",
    re.IGNORECASE,
)


def is_where_told(text: str, name: re.Match[str]) -> bool:
    """Whether a country is where a number is told of: "in the UK we often quote that"."""
    return _TOLD_THERE.match(text, name.end()) is not None


_PEOPLES = frozenset({"Britons", "Brits", "Americans", "Australians", "Canadians"})


def parts_of_uk(text: str) -> dict[str, re.Match[str]]:
    """The parts of the United Kingdom that a text names, and where it first does."""
    return _found(_PARTS_OF_UK, text)


def without_language(text: str) -> str:
    """A text without the language English, which is spoken in many places."""
    return _LANGUAGE.sub(" ", text)


def without_countries(text: str) -> str:
    """A text without the names of countries, and of the parts of one."""
    return _COUNTRIES.sub(" ", text)


def _found(names: re.Pattern[str], text: str) -> dict[str, re.Match[str]]:
    found: dict[str, re.Match[str]] = {}
    for match in names.finditer(text):
        found.setdefault(match.lastgroup or "", match)
    return found
