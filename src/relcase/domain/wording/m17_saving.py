"""M17 saving nobody can bank: words like "saves £X" for value that is in no budget.

Time freed and value to society are worth having, but a finance director cannot spend
them. Only a saving that can be taken out of a budget is to be called one; say whose
estimate it is, and of what.

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
    money back, return/returns (_) (_) (_) £, return/returns .. pounds/dollars
    cut/cuts/slash/slashes/slashed .. cost/costs/bill/bills/spending/budget/budgets
    reduce/reduces/reduced/lowers/lowered .. cost/costs/bill/bills/spending/budget/budgets
""")
_TOLD = pattern("""
    report/reports/reported/reporting, said/says, claims/claimed, forecast*, according to
    estimat*, social value, not (been) shown/savings, no evidence/clear, not cash, whether
    has/have/did/does not, cannot, own account/figures
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first claim of a saving, unless the record has one that can be banked."""
    if reading.statistic.benefit_kind == "cashable":
        return
    match = _SAVING.search(reading.lower)
    if match is None or _TOLD.search(reading.lower):
        return
    words = reading.words(match)
    message = (
        f"“{words}” promises money that could be taken out of a budget, which the "
        "record does not show."
    )
    yield Wrong("M17", "error", match.start(), match.end(), message)
