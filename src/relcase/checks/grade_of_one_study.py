"""R03 grade of one study: a review's judgement on a design that is no review.

`grade` is the word that a review gives to a body of evidence, by GRADE or, of what people
tell, by CERQual; it takes the place of our own start. One study has no such word, so it is
not read where the design does not put studies together: meta-analyses, reviews of
cross-sectional studies, umbrella and narrative reviews, qualitative syntheses. The quality
of one study belongs in `risk_of_bias`.

Bad:
    design: rct
    grade: high
Good:
    design: meta_rct
    grade: high
"""

from collections.abc import Iterator

from relcase.domain.certainty.start import SYNTHESES
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule
from relcase.domain.vocabulary import spoken

RULE = Rule("R03", "grade of one study", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A grade beside a design that does not put studies together."""
    entry = placed.entry
    if not isinstance(entry, Statistic) or entry.grade is None:
        return
    if entry.design not in SYNTHESES:
        message = (
            f"`grade` is a review's judgement; {spoken(entry.design)} is no review"
        )
        hint = (
            "Take `grade` out, or correct `design` if the source puts studies together; "
            "the quality of one study belongs in `risk_of_bias`."
        )
        yield placed.finding("R03", "error", message, "grade", hint=hint)
