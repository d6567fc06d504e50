"""M17 saving nobody can bank: words like "saves £X" for value that is in no budget.

Time freed and value to society are worth having, but a finance director cannot spend
them. Only a saving that can be taken out of a budget is to be called one; say whose
estimate it is, and of what. A forecast has not happened yet, and is not told as done.

Bad:
    entry: local-area-coordination-sroi-2016
    sentence: Local Area Coordination saves councils £4 for every £1 spent.
Good:
    entry: local-area-coordination-sroi-2016
    sentence: Two forecasts put the social value at £4 or less for each £1 spent.
"""

from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M17", "saving nobody can bank", "error")

_SAVING = pattern("""
    save/saves/saved/saving (_) (_) money/cash/cost/costs/nhs/council/councils/taxpayer/
        taxpayers/state/treasury/system/service/government
    save/saves/saved/saving (_) (_) public/health/prison purse/service
    save/saves/saved/saving (_) (_) local authority/authorities
    save/saves/saved/saving (_) (_) (_) £, save/saves/saved/saving over/about #
    save/saves/saved/saving (_) (_) (_) # (thousand/million/billion) pounds/dollars/euros
    saving/savings of/worth/to/for, cost/cash/cashable/financial/budget saving/savings
    cost-saving/cost-savings, ~pay for itself, ~pay back, ~pay its way, self-financing
    money back, get/gets/got £ back, return/returns (_) (_) (_) £, return/returns .. pounds/dollars
    cut/cuts/slash/slashes/slashed .. cost/costs/bill/bills/spending/budget/budgets
    reduce/reduces/reduced/lowers/lowered .. cost/costs/bill/bills/spending/budget/budgets
""")
_TOLD = pattern("""
    report/reports/reported/reporting, said/says, claims/claimed, forecast*, according to
    estimat*, social value, not cash
    own (_) account/figure/figures/count/sum/sums/claim/entry/reckoning
""")
_HAD = pattern("""
    ~gain, ~deliver, ~produce, ~generate, ~yield, ~create, ~bring, ~earn, ~return, ~add, ~achieve
    ~make, is/was/were/are worth, ~receive, ~win, ~give, ~realise, has/have paid
""")
_FORECAST = pattern("""
    forecast*, estimat*, project/projected/projects/projection, predict*, expect*, would/could/might
    model*, calculat*, put at, puts/put the, up to, hope/hopes/hoped, if
""")
"""What says that a sum is yet to come."""
_DENIED = pattern("""
    not (been) shown/savings, no evidence/clear, whether, has/have/did/does not, cannot
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first claim of a saving, unless the record has one that can be banked."""
    if reading.statistic.benefit_kind == "cashable":
        return
    if reading.statistic.design == "modelling" and not _FORECAST.search(reading.lower):
        match = _HAD.search(reading.lower)
        if match is not None and any(one.kind == "money" for one in reading.numerals):
            message = f"“{reading.words(match)}” tells as done what is a forecast."
            yield Wrong("M17", "error", *match.span(), message)
            return
    match = _SAVING.search(reading.lower)
    if match is None or _TOLD.search(reading.lower):
        return
    if _DENIED.search(reading.lower, *reading.clause(match.start())):
        return
    words = reading.words(match)
    message = (
        f"“{words}” promises money that could be taken out of a budget, which the "
        "record does not show."
    )
    yield Wrong("M17", "error", match.start(), match.end(), message)
