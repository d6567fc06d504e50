"""Stores of any size, the same every time: ``python generate.py FOLDER ENTRIES``.

Statistics like those of ``data/evidence.yaml``: three figures, four caveats, a popular
version with what is wrong with it, three wordings to avoid, about 4 kB each. The words
are drawn with the uneven frequencies of a real text, so that there are common ones,
rare ones and some in between.
"""

import argparse
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

LONG_AGO = 1_767_225_600  # 1 January 2026: an index trusts only what is older than it
RARE_WORD = "lighthouse"
"""In one statistic of 500, and the headline of one in 5000."""

SECTORS = {
    "health": 30,
    "public-health": 20,
    "social-care": 12,
    "mental-health": 12,
    "children-and-families": 10,
    "education": 10,
    "criminal-justice": 8,
    "housing": 6,
    "local-government": 5,
    "community": 15,
    "business": 8,
    "arts": 2,
    "end-of-life": 3,
}
OUTCOMES = {
    "mortality": "bad",
    "hospital-use": "bad",
    "physical-health": "good",
    "mental-distress": "bad",
    "wellbeing": "good",
    "loneliness": "bad",
    "attainment": "good",
    "reoffending": "bad",
    "cost": "bad",
}
COUNTRIES = ["GB", "US", "US", "NL", "NO", "DE", "AU", "CA", "JP", "IE"]
STANCES = ["supports"] * 64 + ["mixed"] * 21 + ["no_clear_difference"] * 13
STANCES += ["against"] * 2
USES = ["support"] * 41 + ["caution"] * 30 + ["counter"] * 18 + ["lead"] * 11
LEVELS = ["abstract"] * 70 + ["secondary"] * 18 + ["full_text"] * 12
DESIGNS = ["rct", "cohort_adjusted", "meta_cohort", "cluster_rct", "cross_sectional"]
_COMMON = """people relationships support care who with that their more were than from
after services adults health between those social study group contact families patients
staff months years found reported time children friends isolation trust alone higher
lower follow-up programme community compared loneliness usual practice helped visits
school teachers neighbours carers team risk days hospital home local trial survey older
younger network quality sense belonging mentors nurses prison housing tenants council
peer volunteers grief hope safety meeting talk listening kindness continuity"""
_SYLLABLES = ["ba", "den", "for", "kel", "lim", "mor", "nas", "pel"]
_SYLLABLES += ["ral", "sten", "tor", "ver", "wil", "dan", "gor", "hel"]
_FAMILIES = ["Abel", "Holt", "Kroenke", "Bertakis", "Saha", "Whittington", "Moore"]
_FAMILIES += ["O'Brien", "Søndergaard", "van der Berg", "Smith", "Murray", "Müller"]
_JOURNALS = ["PLoS Medicine", "British Journal of General Practice", "Burnout Research"]
_PHRASES = 20_000


def write_store(folder: Path, entries: int, files: int, sources: int) -> None:
    """A store of so many statistics, in one file or in a folder of several."""
    folder.mkdir(parents=True)
    writer = _Writer(sources)
    share = -(-entries // files)
    for number in range(files):
        path = folder / "evidence.yaml"
        if files > 1:
            path = folder / "evidence" / f"part-{number:04}.yaml"
            path.parent.mkdir(exist_ok=True)
        numbers = range(number * share, min((number + 1) * share, entries))
        head = writer.vocabulary() if number == 0 else ""
        body = "".join(writer.statistic(one) for one in numbers)
        _write(path, f"{head}statistics:\n{body}")
    _write(folder / "references.bib", "\n".join(writer.bibliography()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))


class _Writer:
    """Entries and sources out of one well of random numbers."""

    def __init__(self, sources: int) -> None:
        self.random = random.Random(2026)
        self.sources = [
            (self._key(number), 1990 + number % 36) for number in range(sources)
        ]
        self.phrases = list(self._phrases())

    def vocabulary(self) -> str:
        """The sectors and outcomes of the store."""
        sectors = "".join(
            f"  - {{id: {one}, name: {one.title()}, description: {self.words(6)}}}\n"
            for one in SECTORS
        )
        outcomes = "".join(
            f"  - {{id: {one}, name: {one.title()}, polarity: {polarity}}}\n"
            for one, polarity in OUTCOMES.items()
        )
        return f"sectors:\n{sectors}\noutcomes:\n{outcomes}\n"

    def statistic(self, number: int) -> str:
        """One entry, as a person would have typed it."""
        pick = self.random.choice
        key, year = pick(self.sources)
        rare = f" {RARE_WORD}" if number % 500 == 250 else ""
        headline = f"{self.words(14)}{rare if number % 5000 == 250 else ''}"
        names, weights = list(SECTORS), list(SECTORS.values())
        sectors = dict.fromkeys(self.random.choices(names, weights, k=2))
        outcomes = dict.fromkeys(pick(list(OUTCOMES)) for _ in range(2))
        countries = [pick(COUNTRIES)] if self.random.random() < 0.76 else []
        parts = (
            f"  - id: generated-statistic-{number:06}\n",
            self._claim(headline, rare),
            self._kind(sectors, outcomes),
            self._study(number, countries, year),
            "    figures:\n",
            *(self._figure() for _ in range(3)),
            self._reading(number, key),
            self._cautions(),
            self._said(),
            "    status: active\n    review_by: 2028-11-30\n",
        )
        return "".join(parts)

    def _claim(self, headline: str, rare: str) -> str:
        """What it says, in short and at length."""
        return f"""\
    headline: >-
      {headline.capitalize()}.
    claim: >-
{self.text(36, rare)}
    text: >-
{self.text(36)}
"""

    def _kind(self, sectors: Iterable[str], outcomes: Iterable[str]) -> str:
        """What kind of claim it is, about what, compared with what."""
        pick = self.random.choice
        return f"""\
    claim_type: {pick(["effect", "association"])}
    stance: {pick(STANCES)}
    use: {pick(USES)}
    sectors: [{", ".join(sectors)}]
    outcome: {self.words(5)}
    outcomes: [{", ".join(outcomes)}]
    exposure: {self.words(8)}
    comparator:
      text: {self.words(4)}
      kind: low_v_high
      geography: not_applicable
"""

    def _study(self, number: int, countries: Iterable[str], year: int) -> str:
        """Who was studied, where, when and how."""
        return f"""\
    population: >-
{self.text(10)}
    countries: [{", ".join(countries)}]
    period: "studies published to {year - 3}"
    follow_up: "{number % 9 + 1} years on average"
    design: {self.random.choice(DESIGNS)}
    design_note: {self.words(6)}
    sample:
      participants: {self.random.randrange(100, 300_000)}
      studies: {self.random.randrange(1, 150)}
"""

    def _reading(self, number: int, key: str) -> str:
        """Its source, and how far that was read."""
        return f"""\
    source:
      key: {key}
      locator: "p. {number % 400 + 1}"
    verification:
      level: {self.random.choice(LEVELS)}
      on: 2026-01-01
      url: https://example.org/articles/{key}
      note: >-
{self.text(30, margin=8)}
    publication_bias: not_assessed
"""

    def _cautions(self) -> str:
        """What to know, and what not to say."""
        caveats = "".join(f"      - {self.words(12)}.\n" for _ in range(4))
        wordings = "".join(f'      - "{self.words(8)}"\n' for _ in range(3))
        return f"    caveats:\n{caveats}    do_not_say:\n{wordings}"

    def _said(self) -> str:
        """A popular version, and what is wrong with it."""
        return f"""\
    said:
      - source: null
        words: "{self.words(16)}"
        verbatim: true
        problems:
          - rule: M02
            message: >-
{self.text(16, margin=14)}
          - rule: M06
            message: "{self.words(14)}"
        better: >-
{self.text(18, margin=10)}
"""

    def _figure(self) -> str:
        """An odds ratio with its interval and groups."""
        estimate = self.random.uniform(0.6, 3)
        return f"""\
      - label: {self.words(9)}
        measure: odds_ratio
        estimate: "{estimate:.2f}"
        low: "{estimate * 0.9:.2f}"
        high: "{estimate * 1.1:.2f}"
        level: "95"
        group: "{self.words(6)}"
        reference_group: "{self.words(6)}"
        polarity: good
        role: result
        note: "{self.words(8)}"
"""

    def words(self, count: int) -> str:
        """So many words, a few of them perhaps fewer than asked for."""
        whole = -(-count // 4)
        joined = " ".join(self.random.choices(self.phrases, k=whole))
        return joined if count % 4 == 0 else " ".join(joined.split(" ")[:count])

    def text(self, count: int, more: str = "", margin: int = 6) -> str:
        """A folded text of lines of about 100 letters."""
        words = (self.words(count) + more + ".").split(" ")
        lines = [words[start : start + 15] for start in range(0, len(words), 15)]
        return "\n".join(" " * margin + " ".join(line) for line in lines)

    def bibliography(self) -> Iterator[str]:
        """A BibTeX entry for each source."""
        for number, (key, year) in enumerate(self.sources):
            authors = self.random.sample(_FAMILIES, k=1 + number % 4)
            names = " and ".join(f"{one}, {chr(65 + number % 26)}." for one in authors)
            yield f"""\
@article{{{key},
  author    = {{{names}}},
  title     = {{{self.words(12).capitalize()}}},
  journal   = {{{_JOURNALS[number % len(_JOURNALS)]}}},
  year      = {{{year}}},
  volume    = {{{number % 60 + 1}}},
  number    = {{{number % 12 + 1}}},
  pages     = {{{number % 900 + 1}--{number % 900 + 12}}},
  doi       = {{10.5555/generated.{number}}},
  url       = {{https://example.org/articles/{key}}},
}}
"""

    def _key(self, number: int) -> str:
        letters, rest = "", number
        while not letters or rest:
            letters += "abcdefghijklmnopqrstuvwxyz"[rest % 26]
            rest //= 26
        return f"{_FAMILIES[0].lower()}{letters}{1990 + number % 36}"

    def _phrases(self) -> Iterator[str]:
        """Four words each; the thousandth word comes a thousandth as often as the first."""
        known: Sequence[str] = (*_COMMON.split(), *self._invented(3000))
        weights = list(accumulate(1 / place for place in range(1, len(known) + 1)))
        for _ in range(_PHRASES):
            yield " ".join(self.random.choices(known, cum_weights=weights, k=4))

    def _invented(self, count: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            length = self.random.choice((2, 2, 3))
            made["".join(self.random.choices(_SYLLABLES, k=length))] = None
        return list(made)


def main() -> None:
    """Writes one store."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--sources", type=int, default=100)
    given = parser.parse_args()
    write_store(given.folder, given.entries, given.files, given.sources)


if __name__ == "__main__":
    main()
