"""The rules of finished reports: what ``relcase check`` (D) and ``refresh`` (F) find.

They are no modules of their own: one reading of a report finds all of them. Here is what
each is called and the page that explains it, in the same form as those of a store.
"""

from relcase.checks import Explanation
from relcase.domain.problem import Rule, Severity


def _page(
    rule: str, title: str, severity: Severity, text: str, bad: str, good: str
) -> Explanation:
    return Explanation(rule, title, severity, text, bad, good)


_FROME = "unplanned hospital admissions fell by {} in Frome (Abel et al., 2018)."
_FALL = "From 2013 to 2017, " + _FROME.format("14.0%")
_MARK = "<!-- relcase: stat frome-emergency-admissions say=short style=apa sum={} -->"
_FILLED = _MARK.format("8e8ba9cbe0a4") + "\n\nOne place reports …\n\n"
_WAITING = "<!-- relcase: stat frome-emergency-admissions short -->"
_LISTED = "## References\n\nAbel, J. (2018) *Reducing emergency hospital admissions*."

PAGES: tuple[Explanation, ...] = (
    _page(
        "D01",
        "number differs",
        "error",
        "A number of a sentence about our evidence that is not the record's.\n\n"
        "Another figure, the other direction, or per cent for percentage points. The "
        "message has the record's figure. It is put in its place by --fix where it can "
        "be written in the same form and nothing else can be meant.",
        "From 2013 to 2017, " + _FROME.format("24%"),
        _FALL,
    ),
    _page(
        "D02",
        "stale",
        "error",
        "A number from an entry that should not be relied on any more, or a slide of an "
        "entry that has changed.\n\n"
        "The entry is withdrawn or superseded, or its source was to be looked at again "
        "by a day that is past. Decks that relcase makes carry a line in their notes for "
        "each record; where the record says something else now, that line is stale.",
        "relcase record frome-emergency-admissions version 0.1.0 "
        "content 0123456789abcdef",
        _FALL,
    ),
    _page(
        "D03",
        "unsourced",
        "warning",
        "A number of ours without a source.\n\n"
        "None stands in its sentence or paragraph, under the same heading or on the same "
        "slide, in a caption or a line of sources. The message says from which source "
        "it is.",
        "In Frome, unplanned hospital admissions fell by 14.0% while they rose by 28.5% "
        "across Somerset.",
        _FALL,
    ),
    _page(
        "D04",
        "not in the reference list",
        "warning",
        "A citation that the document's own reference list has not.\n\n"
        "Readers cannot find the source. relcase refs makes the entry for a source of "
        "ours.",
        _FALL + "\n\nFriends matter (Ash, 2015).\n\n" + _LISTED,
        _FALL + "\n\n" + _LISTED,
    ),
    _page(
        "D05",
        "never cited",
        "info",
        "An entry of the reference list that no sentence cites.\n\n"
        "It may be left from an earlier draft. Cite it, or take it out.",
        _FALL + "\n\n" + _LISTED + "\n\nAsh, B. (2015) *A study of friends*.",
        _FALL + "\n\n" + _LISTED,
    ),
    _page(
        "D06",
        "unknown key",
        "warning",
        "A citation key that no bibliography has.\n\n"
        "Looked for in our stores, and in the files with the ending .bib beside the "
        "document.",
        "Friends matter [@nobody2015].",
        "Admissions fell [@abel2018].",
    ),
    _page(
        "D07",
        "years disagree",
        "warning",
        "A citation and its entry in the reference list that give different years.\n\n"
        "One of the two is a slip of the pen.",
        _FALL.replace("2018)", "2019)") + "\n\n" + _LISTED,
        _FALL + "\n\n" + _LISTED,
    ),
    _page(
        "D08",
        "no reference list",
        "info",
        "A document that cites sources and has no reference list that could be read.\n\n"
        "Said once, and not for every citation; and not where footnotes, or lines that "
        "begin with Source:, give in full what is cited.",
        _FALL,
        _FALL + "\n\n" + _LISTED,
    ),
    _page(
        "D09",
        "silence without reason",
        "warning",
        "A comment that lets something stand, and not why; or with a day, a rule or a "
        "word that is not understood, or without the colon behind relcase.\n\n"
        "It lets nothing stand until that is mended. A day is written as 2027-01-31.",
        "<!-- relcase: ignore M06 -->\n" + _FALL.replace("fell", "were cut"),
        _FALL,
    ),
    _page(
        "D10",
        "silence past its day",
        "warning",
        "Something that was let stand until a day that is past.\n\n"
        "Look at it again: mend it, or give a later day.",
        "<!-- relcase: ignore M06 until 2020-01-01 because the minister is quoted -->\n"
        + _FALL,
        _FALL,
    ),
    _page(
        "D11",
        "idle silence",
        "info",
        "A comment, or an entry of relcase.toml for files that were checked, that silences "
        "nothing.\n\n"
        "What it was for is gone. Take it away, or it will hide something else.",
        "<!-- relcase: ignore M06 because the minister is quoted -->\n" + _FALL,
        _FALL,
    ),
    _page(
        "F01",
        "place never closed",
        "error",
        "A marked place with a checksum, and no end.\n\n"
        "Without its end nobody can tell what was written by relcase and what by you. "
        "Put the closing comment after it, or delete sum=… to have it filled anew.",
        _MARK.format("8e8ba9cbe0a4") + "\n\nOne place reports …",
        _WAITING,
    ),
    _page(
        "F02",
        "place within a place",
        "error",
        "A marked place that begins inside another.\n\n"
        "Close the first before the second begins.",
        _FILLED + _MARK.format("0123456789ab") + "\n\n…\n\n<!-- /relcase -->",
        _WAITING,
    ),
    _page(
        "F03",
        "end without a beginning",
        "error",
        "A closing mark that closes nothing.\n\nDelete it.",
        "Something.\n\n<!-- /relcase -->",
        _WAITING,
    ),
    _page(
        "F04",
        "mark not understood",
        "error",
        "A mark whose words mean nothing here, or without the colon behind relcase.\n\n"
        "After the kind and the id may stand a format, short or long, style=NAME and "
        "lang=TAG.",
        "<!-- relcase: stat frome-emergency-admissions tiny -->",
        _WAITING,
    ),
    _page(
        "F05",
        "not there",
        "error",
        "A mark that names an entry, a kind, a style or a part that does not exist.\n\n"
        "The message has the names that come near. An entry of a store of yours that has an "
        "error is not there either, and the place is left as it is until it is mended, "
        "even where another store has one of that name.",
        "<!-- relcase: stat frome-emergency-admission -->",
        _WAITING,
    ),
    _page(
        "F06",
        "marked twice",
        "warning",
        "The same snippet at two marked places of a report.\n\n"
        "A number that is repeated looks like two. Take one out.",
        _WAITING + "\n\n" + _WAITING,
        _WAITING,
    ),
    _page(
        "F07",
        "edited by hand",
        "error",
        "A marked place whose words are not those that were written there.\n\n"
        "It is left alone, and three versions are shown: what was written, what it is "
        "now, what the store says. --edits overwrite takes the store's words, --edits "
        "keep yours, until the store's change again.",
        _MARK.format("0123456789ab") + "\n\nMy own words.\n\n<!-- /relcase -->",
        _WAITING,
    ),
    _page(
        "F08",
        "place out of date",
        "info",
        "A marked place that says something else than the store.\n\n"
        "relcase refresh renews it. With --check nothing is written, and the status is 1.",
        _WAITING,
        _FALL,
    ),
    _page(
        "F09",
        "picture out of date",
        "error",
        "A picture, a chart or a divided text that was made of an entry before it "
        "changed.\n\n"
        "Text can be renewed in its place, these cannot: they have to be made anew. "
        "On a slide of PowerPoint, make it with relcase slides ID --marked --into FILE --out "
        "NEW, and delete the old one. The message comes again until what is old is gone.",
        "<!-- relcase: stat frome-emergency-admissions part=picture "
        "drawn=0123456789ab -->\n\nA chart of admissions in Frome.",
        _WAITING,
    ),
)
"""All of them, in order."""

RULES: tuple[Rule, ...] = tuple(Rule(one.id, one.title, one.severity) for one in PAGES)
