"""L05 unknown effect: money that rests on an effect that is not there.

`effect_record` names the statistic whose effect an economic claim rests on, and the claim
is no surer than that. It is the id of another statistic, in this store or in one it is
laid over, with `claim_type: effect`; not the statistic itself, and not one that in turn
rests on it.

Bad:
    statistics:
      - {id: visits-saved, claim_type: economic, effect_record: fewer-visit}
      - {id: fewer-visits, claim_type: effect}
Good:
    statistics:
      - {id: visits-saved, claim_type: economic, effect_record: fewer-visits}
      - {id: fewer-visits, claim_type: effect}
"""

from collections.abc import Iterator, Mapping

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("L05", "unknown effect", "error")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every `effect_record` that does not lead to an effect."""
    known = {one.id: one for one in corpus.in_force}
    for placed, statistic in corpus.statistics:
        name = statistic.effect_record
        if name is None:
            continue
        if message := _wrong(statistic, name, known):
            effects = [
                one.id
                for one in known.values()
                if one.claim_type == "effect" and one.id != statistic.id
            ]
            otherwise = "Name a statistic with `claim_type: effect`, or leave it out."
            hint = did_you_mean(name, effects, otherwise) if effects else otherwise
            yield placed.finding("L05", "error", message, "effect_record", hint=hint)


def _wrong(
    statistic: Statistic, name: str, known: Mapping[str, Statistic]
) -> str | None:
    """What is wrong with the name, in words."""
    if name == statistic.id:
        return f"'{name}' rests on itself"
    if name not in known:
        return f"there is no statistic '{name}'"
    if known[name].claim_type != "effect":
        return f"'{name}' does not claim an effect"
    if _returns(statistic.id, name, known):
        return f"'{name}' rests on '{statistic.id}' in turn"
    return None


def _returns(start: str, name: str, known: Mapping[str, Statistic]) -> bool:
    """Whether the way from effect to effect leads back to where it started."""
    seen = set()
    while name in known and name not in seen:
        seen.add(name)
        name = known[name].effect_record or ""
        if name == start:
            return True
    return False
