"""How the check of a report grows with its length: ``python benchmarks/reports_speed.py``.

Makes Markdown of 1, 3 and 10 MB, a tenth of its sentences ours and the others not, no two
alike, and prints the seconds for each and per megabyte. Equal times per megabyte mean
that the check is linear.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date

from relcase.api.library import open_library
from relcase.api.reports import known_of
from relcase.domain.report import judge
from relcase.reading import read

SIZES = (1, 3, 10)
TALK = """
council budget road officer meeting library ward plan report service winter garden bridge
member river school paper market letter house street park bus office train village
"""
WORDS = TALK.split()
OURS = (
    "In Frome, unplanned hospital admissions fell by {}% while they rose by 28.5% across "
    "Somerset (Abel et al., 2018).",
    "Across {} studies, people with stronger social relationships had 50% higher odds of "
    "survival (Holt-Lunstad et al., 2010).",
)
DAY = date(2026, 11, 22)


def paragraphs(size: int) -> Iterator[str]:
    """Paragraphs of ten sentences, up to a size in bytes."""
    chance, made = random.Random(1), 0
    while made < size:
        told = [
            " ".join(chance.choices(WORDS, k=14)).capitalize()
            + f" {chance.random():.3f}."
            for _ in range(9)
        ]
        told.append(chance.choice(OURS).format(chance.randint(10, 400)))
        text = " ".join(told)
        made += len(text) + 2
        yield text


def main() -> int:
    """Prints a row for each size."""
    started = time.perf_counter()
    known = known_of(open_library())
    print(f"what the stores know: {time.perf_counter() - started:.2f} s")
    for size in SIZES:
        data = "\n\n".join(paragraphs(size * 1_000_000)).encode()
        started = time.perf_counter()
        report = read(data, "long.md")
        taken = time.perf_counter() - started
        judge(report, known, DAY)
        whole = time.perf_counter() - started
        shares = f"{whole:6.1f} s, {whole / size:5.2f} s a MB"
        print(f"{size:>3} MB: {shares} (of which reading {taken:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
