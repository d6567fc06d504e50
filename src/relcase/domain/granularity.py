"""Which means and spreads whole numbers can have: GRIM, GRIMMER and DEBIT.

The mean of answers in whole numbers is a fraction with a known divisor, so most printed
decimals cannot come from few answers. Everything is exact; a 5 that was rounded up and
one that was rounded down are both accepted.
"""

from fractions import Fraction
from math import ceil, floor

from relcase.domain.printed import decimals, rounded_from


def is_testable(printed: str, answers: int, *, percent: bool = False) -> bool:
    """Whether GRIM can fail: n·items < 10^d, with d + 2 decimals for a percentage.

    Brown and Heathers, Social Psychological and Personality Science 2017, 8:363.
    """
    places = decimals(printed) + (2 if percent else 0)
    return bool(0 < answers < 10**places)


def grim(printed: str, answers: int, *, percent: bool = False) -> bool:
    """Whether some whole k makes k/(n·items) print so: Brown and Heathers 2017.

    ``answers`` is n·items; a percentage is k/n times 100. What cannot be tested passes.
    """
    if not is_testable(printed, answers, percent=percent):
        return True
    return bool(_possible_sums(printed, answers, percent=percent))


def nearest_means(
    printed: str, answers: int, *, percent: bool = False
) -> tuple[Fraction, Fraction]:
    """The nearest means there can be, one below and one above the printed number."""
    whole = 100 if percent else 1
    at = Fraction(printed) * answers / whole
    return Fraction(floor(at) * whole, answers), Fraction(ceil(at) * whole, answers)


def grimmer(mean: str, sd: str, people: int, items: int = 1) -> bool:
    """Whether whole answers can have this mean and this standard deviation.

    Analytic GRIMMER (Anaya 2016, Allard 2018): the sum of squares is whole, at least
    k²/n, as odd as the sum k, and leads to a variance that prints as ``sd``:
    (Σa²/items² - k²/(n·items²)) / (n - 1).
    """
    if people < len("ab") or not is_testable(mean, people * items):
        return True
    low, high = (max(Fraction(end), Fraction(0)) for end in rounded_from(sd))
    for total in _possible_sums(mean, people * items):
        least_squares = Fraction(total * total, people)
        spread = (people - 1) * items**2
        first = ceil(spread * low**2 + least_squares)
        last = floor(spread * high**2 + least_squares)
        if first + (first - total) % 2 <= last:
            return True
    return False


def debit(mean: str, sd: str, people: int) -> bool:
    """Whether yes-or-no answers can have this mean and this standard deviation.

    SD = √(n/(n - 1)·p·(1 - p)) for a share p between 0 and 1: Heathers and Brown 2019.
    """
    if people < len("ab"):
        return True
    low, high = (_share(Fraction(end)) for end in rounded_from(mean))
    ends = [people * p * (1 - p) / (people - 1) for p in (low, high)]
    most = Fraction(people, 4 * (people - 1))
    largest = most if low <= Fraction(1, 2) <= high else max(ends)
    from_, to = (max(Fraction(end), Fraction(0)) ** 2 for end in rounded_from(sd))
    return min(ends) <= to and from_ <= largest


def _share(number: Fraction) -> Fraction:
    """The nearest number from 0 to 1."""
    return min(max(number, Fraction(0)), Fraction(1))


def _possible_sums(printed: str, answers: int, *, percent: bool = False) -> range:
    """The whole sums whose mean prints so."""
    whole = 100 if percent else 1
    low, high = (Fraction(end) * answers / whole for end in rounded_from(printed))
    return range(ceil(low), floor(high) + 1)
