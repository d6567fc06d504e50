"""Words for people, comparators and outcomes, and how a record shows that it has them.

Each pair is what a sentence says and what one of the record's own words must then be.
Both are looked for in small letters.
"""

import re
from collections.abc import Iterator

_PEOPLE = (
    (
        r"children|kids|toddlers?|babies|infants|pupils|teenagers?|schoolchildren|teens"
        r"|youngsters|young\s+people|boys|students|adolescents",
        r"child|kid|toddler|bab(?:y|ies)|infant|pupil|teen|school|young|boy|girl|student"
        r"|adolesc|birth|famil",
    ),
    (r"nurses", r"nurs"),
    (
        r"doctors|gps|physicians|clinicians",
        r"doctor|gp\b|gps|physician|clinic|practi|consult|patient|health",
    ),
    (r"teachers", r"teach|school"),
    (
        r"pensioners|older\s+people|the\s+elderly|elderly\s+people|over-\d+s",
        r"older|elder|aged|\b[5-9]\d\b|eight|octogen|care\s+home|dementia|nursing"
        r"|end\s+of",
    ),
    (r"men|fathers|husbands", r"\bmen\b|\bmale|father|boys|husband|prisoner"),
    (
        r"women|mothers|wives|mums|girls",
        r"\bwom[ae]n|female|mother|matern|birth|preg|wives|girl",
    ),
    (
        r"prisoners|inmates|(?:ex-)?offenders|criminals",
        r"prison|inmate|offen|parole|sentenc|convict|supervis|custod",
    ),
    (r"homeless\s+people|rough\s+sleepers", r"homeless|rough"),
    (
        r"workers|employees|staff|colleagues",
        r"work|employ|staff|colleag|team|nurs|doctor|practi|officer|teacher|council",
    ),
    (r"tenants|renters", r"tenan|rent"),
    (r"carers|relatives", r"carer|relativ|famil|kin\b|bereav"),
)
_COMPARATORS = (
    (r"placebo", r"placebo"),
    (
        r"(?:than|over|as)\s+(?:medication|drugs?|medicines?|tablets|antidepressants)"
        r"|as\s+a\s+drug",
        r"drug|medic",
    ),
    (
        r"(?:than|with|to|against)\s+(?:the\s+)?(?:general\s+population|public\s+at\s+large)",
        r"general\s+population",
    ),
    (r"(?:the\s+)?(?:national|english|uk|england|regional)\s+average", r"average"),
    (r"(?:previous|preceding)\s+year|year\s+before", r"before|previous|earlier"),
    (
        r"(?:other|similar|neighbouring)\s+(?:councils|local\s+authorities|boroughs)",
        r"council|author",
    ),
    (
        r"(?:other|neighbouring|similar)\s+(?:towns|areas|places)",
        r"areas?|towns?|rest\s+of|places",
    ),
    (
        r"an?\s+(?:matched\s+)?control\s+group",
        r"control|matched|usual|group|random|trial",
    ),
    (
        r"(?:no|without\s+any)\s+(?:treatment|support|help)",
        r"\bno\b|none|not|without|wait",
    ),
    (r"smok(?:ers|ing)|obes\w+|cigarettes", r"smok|obes"),
    (r"exercis\w+", r"exercis"),
)
_OUTCOMES = (
    (r"burn-?out", r"burn-?out"),
    (r"depress\w+", r"depress"),
    (r"anxi\w+", r"anxi"),
    (r"dementia", r"dementia"),
    (r"suicid\w+", r"suicid"),
    (r"happy|happi\w+", r"happ"),
    (r"well-?being", r"well-?being"),
    (
        r"live[sd]?\s+longer|longevity|lifespan|life\s+expectancy|early\s+death",
        r"surviv|mortal|death|\bdie|dying|alive|longevity",
    ),
    (r"quality\s+of\s+life", r"quality\s+of\s+life|life\s+quality"),
    (r"crime", r"crim|offen|arrest|convict|violen"),
    (r"bully\w*", r"bull"),
    (
        r"attainment|(?:exam|school|test)\s+(?:results|scores)|schoolwork|gcses?"
        r"|results\s+at\s+school",
        r"attain|grade|gcse|achiev|schoolwork|progress|liter|academ|learn|exam",
    ),
    (r"employment|unemploy\w+|jobs", r"employ|job|\bwork"),
    (r"heart\s+(?:attacks?|disease)", r"heart|coronary|cardi"),
    (r"cancer", r"cancer"),
    (r"stroke", r"stroke"),
    (
        r"costs?|spending|money|bills?",
        r"cost|spend|charg|saving|pound|dollar|value|money|econom|£|overspend",
    ),
    (r"absence|truancy|attendance\s+at\s+school", r"absen|attend|truan"),
    (r"prejudice", r"prejudic"),
    (r"obesity", r"obes"),
    (r"blood\s+pressure", r"blood\s+pressure"),
    (r"homeless\w*", r"homeless|hous|rough|tenanc"),
    (r"stress", r"stress"),
    (r"re-?offend\w*", r"offen|convict|arrest|felon|recid|crim"),
    (r"self-harm\w*", r"self-harm|suicid"),
    (r"productivity|profits?", r"productiv|performance|profit"),
    (r"staff\s+turnover|sick(?:ness)?\s+(?:leave|absence)", r"turnover|sick|absence"),
    (r"immun\w+|viral\s+load", r"immun|viral"),
    (r"engagement", r"engag"),
    (r"violence", r"violen"),
    (r"victims?(?:['’]s?)?\s+(?:happier|satisf\w+)", r"victim"),
)


class Words:
    """Pairs of words, looked for together."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        named = (f"(?P<w{number}>{said})" for number, (said, _) in enumerate(pairs))
        self._said = re.compile(rf"\b(?:{'|'.join(named)})\b")
        self._known = tuple(re.compile(known) for _, known in pairs)

    def strangers(self, sentence: str, record: str) -> Iterator[re.Match[str]]:
        """What a sentence says and the record does not, both in small letters."""
        for match in self._said.finditer(sentence):
            number = int((match.lastgroup or "w0")[1:])
            if not self._known[number].search(record):
                yield match


PEOPLE = Words(_PEOPLE)
COMPARATORS = Words(_COMPARATORS)
OUTCOMES = Words(_OUTCOMES)
