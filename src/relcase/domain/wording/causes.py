"""Words that say one thing makes another happen, as lists (notation: ``phrases``)."""

from collections.abc import Iterator

from relcase.domain.wording.inflection import forms

CHANGES = """
    ~boost, ~curb, ~cut !off/back, ~decrease, ~double, ~enhance, ~extend, ~halve, ~improve
    ~increase, ~lift, ~quadruple, ~raise, ~reduce, ~shorten, ~shrink, ~slash, ~strengthen
    ~triple, ~worsen
    lowers/lowered/lowering, eases/eased/easing
"""
"""Verbs that something does to an outcome, or that an outcome does by itself: "deaths
reduced by half". Plain "lower" and "ease" are more often no verbs."""

OUTRIGHT = """
    ~cause, ~lead to, ~result in, ~prevent, ~protect, ~drive, ~produce, ~trigger
    ~create, ~transform, ~heal, treats, ~kill, cures/cured, comforts/comforted
    ~end !in/with/up/at/on (_) (_) (_) homelessness/loneliness/isolation
    ~save (_) (_) lives/life/money/women/men/people/patients/children/babies/residents
    save/saves/saved .. #
    ~help (to) !given/later/others/one/did/does/had/was/were/is/are/has/and/or/from @
    ~keep !a/an/it/his/her/their/pace/diaries/waiting @ .. out/in/at/away/from/with
    ~keep !a/an/it/his/her/their @ .. happy/healthy/settled/safe*/well/alive
    ~make !a/an/it/any/use/little/sense/sure @ .. more/less/better/worse/*er
    makes/making !a/an/it/any/use/little/sense/sure @ .. times as/more/less
    makes/making !a/an/it/any/use/little/sense/sure @ .. happy/healthy/safe/well/live/perform
    get/gets/got _ .. well/better/home/active/talking/working
    brings/brought !together @, bring/bringing .. down/up/about/together
    build/builds/built @, add/adds @
    means/meant (that) you/they/people/children
    means/meant (that) .. fewer/more/less/higher/lower/better/worse/greater/shorter/longer
    give/gives/gave .. healthier/happier/calmer/longer
    give/gives people/young/children/families/patients/you
    secures/secured @, ~shield, buffers/buffered, ~ward off, fosters/fostered @, ~promote
    ~enable, lets/allow/allows @, fuels/fuelled, sparks/sparked, ~yield, ~generate, ~unlock
    ~turn (_) lives/around, ~stave off, ~bolster, ~tackle
    makes/made a/the (_) difference, makes/made all the (_) difference
    is/are/was behind !the/it/schedule _, stop/stops/stopped @, halts/halted, averts/averted
    ~deliver (_) better/lower/fewer/improve*/saving/savings/results/gain/gains/benefits/reduc*
    ~deliver a #
    ~deter, spares/spared @, ~pay off, ~pay for itself, returns @
    ~determine, decides/decided who, work/works by, shape/shapes @
    ~change (_) (_) life/lives, ~translate into, ~contribute to, ~restore, ~eliminate
    ~undermine, ~damage, harms/harmed, ~speed up, ~account for
    ~take (_) years off/from, ~add (_) years to, ~cost (_) lives/life, ~rob @ .. of
    responsible/attributable for/to, is/are/be good/bad/best/deadly (for), is/are/be a killer
    as/so bad/good/powerful (for) (_) as, ~wear _ down
"""
"""Verbs that are always done by one thing to another. Forms left out are mostly nouns."""

_ALONE = "!out/in/for/with/as/at/on/under/together/hard/closely/like/from/through/full"
IN_OTHER_WORDS = f"""
    ~eat away, ~lead men/women/pupils/staff to, get/gets/got pupils/people/children/patients to
    ~earn @ .. #, ~put @ .. ahead/back, get/gets/got rid of, works/worked against, spare/sparing @
    rescues/rescued @, guards/guarded @, ~dissolve @, ~erode @, ~erase @
    ~turn @ .. away from/into, takes/took/taking # off, ~knock # off, ~shave .. off
    bought/buys @, ~win @ .. #, ~let you/people/them/women/men, ~steal @ .. from
    makes/made # (of) .. engaged/happy/happier/better/healthier/housed
    ~save (_) (_) death/deaths, ~hold .. together, keeps/kept # (of) @, ~lure, ~push .. into/up/down
    is/are (a/the) (best) medicine/cure/antidote/vaccine/poison/remedy, a death sentence
    ~wreck @, ~ruin @, ~destroy @, ~calm @, ~poison @, ~rot @, ~break hearts, ~banish, ~defeat
    ~beat loneliness/depression, ~put an end to, ~put a stop to, ~free up @, ~chase @ .. away
    get/gets/got people/patients/women/men/residents/children/prisoners (_) out of/off/back
    ~pull .. out of, ~lead (_) people/children/prisoners/patients, ~steer .. from, ~coax .. into
    to blame for, blamed on/for, ~owe (_) (_) (_) to, boils/boiled down to, traced to
    visits/mentors/mentoring/kindness/it/they/that/programme/scheme/approach works/worked {_ALONE}
    is/are worth (a/an) #, gave/gives/giving # (of), give/gives/gave every/each/all @
    ~save (_) pounds/dollars, ~prolong/lengthen life/lives/survival
    gave/gives three/two/half/most/nearly .. a/an, ~stamp out, ~root out, ~wipe out
    mean/means/meant that #, mean/means/meant # (of), ~keep families/couples/people together
    makes/made for a/safer/better/healthier/happier, relieves/relieved @, the culprit/villain
    ~do (_) (more) harm/good, was/were/is/are achieved/won/bought by, ~vanish, ~disappear when/once
    falls/rises/drops/soars/grows when/if/once
    because (_) (_) neighbours/friends/teachers/doctors/staff/nurses/volunteers/mentors/they/their/
        teams/councils/landlords/people/officers/workers (_) (_) listen*/care/cared/trust*/know/
        knew/help*/talk*/visit*/dare*/came/come/meet/met/support*
    because the council/state/police/school/hospital (_) (_) listen*/cared/trust*/help*
"""
"""Figures of speech and dressed-up verbs that mean the same."""

NOUNS = """
    because of, thanks to, due to, owing to, caused/driven by
    as a (direct) result/consequence, through kindness/friendship/compassion
    the cause/reason/secret, the key to
    (the) impact/effect/effects/power/influence/benefits of/on !#
    a/an (real/big/clear/direct) impact/effect on, protective effect, pay-off
    is/are what _, it is (the) _ that
"""
"""Nouns and prepositions that name a cause."""

_SOFTER = {
    "go with": "lead to, result in, cause",
    "go with lower": "reduce, lower, cut, decrease",
    "go with higher": "increase, raise, boost, lift",
    "go with better": "improve, enhance, strengthen",
    "go with worse": "worsen, damage",
}


def _instead() -> Iterator[tuple[str, str]]:
    """Each form of a causal verb and the same form of what may stand for it."""
    for softer, verbs in _SOFTER.items():
        for verb in verbs.split(", "):
            plain_in_the_past = forms(verb.split()[0]).past == verb
            for one, other in zip(_inflected(verb), _inflected(softer), strict=True):
                if one != verb or not plain_in_the_past:
                    yield one, other


def _inflected(phrase: str) -> tuple[str, ...]:
    """A phrase in all forms of its verb, the participle apart."""
    verb, _, rest = phrase.partition(" ")
    return tuple(f"{one} {rest}".strip() for one in forms(verb)[:4])


INSTEAD = dict(_instead()) | {
    "because of": "together with",
    "thanks to": "together with",
    "due to": "together with",
    "as a result": "at the same time",
}
"""What may be said of an association instead; "cut" may be any tense, and has none."""
