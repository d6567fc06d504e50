"""Long reports to be checked: made of words at hand, with sentences of ours among them."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from pydoc_data import topics

PARAGRAPHS = 2700
"""Of a report of three hundred pages, forty words each."""
_EVERY = 40
"""One paragraph of the report in so many has a sentence of ours."""
_WORDS = """
council budget road officer meeting library ward plan report service winter garden bridge
member river school paper market letter house street park bus office train village
"""
_TALK = _WORDS.split()
_OURS = (
    "In Frome, unplanned hospital admissions fell by {}% while they rose by 28.5% across "
    "Somerset (Abel et al., 2018).",
    "Across {} studies, people with stronger social relationships had 50% higher odds of "
    "survival (Holt-Lunstad et al., 2010).",
)


def markdown(file: Path, megabytes: int) -> Path:
    """A Markdown file of this size, a tenth of its sentences ours, no two of them alike."""
    if not file.exists():
        text = "\n\n".join(_talk(megabytes * 1_000_000))
        file.write_text(text + "\n", encoding="utf-8")
    return file


def _talk(size: int) -> Iterator[str]:
    chance, made = random.Random(1), 0
    while made < size:
        told = [
            f"{' '.join(chance.choices(_TALK, k=14)).capitalize()} {chance.random():.3f}."
            for _ in range(9)
        ]
        told.append(chance.choice(_OURS).format(chance.randint(10, 400)))
        text = " ".join(told)
        made += len(text) + 2
        yield text


def word(file: Path) -> Path:
    """A Word file of three hundred pages: Python's own manual, with sentences of ours.

    Each paragraph has three runs, as in files that people have worked on.
    """
    if file.exists():
        return file
    from docx import Document

    chance, document = random.Random(1), Document()
    for number, text in zip(range(PARAGRAPHS), _prose(), strict=False):
        if number % 25 == 0:
            document.add_heading(f"Part {number // 25 + 1}", 1)
        if number % _EVERY == 0:
            ours = chance.choice(_OURS).format(chance.randint(10, 400))
            told = f"{ours} {text}"
        else:
            told = text
        paragraph = document.add_paragraph()
        third = len(told) // 3
        paragraph.add_run(told[:third])
        paragraph.add_run(told[third : 2 * third]).bold = True
        paragraph.add_run(told[2 * third :])
    document.save(str(file))
    return file


def _prose() -> Iterator[str]:
    """Paragraphs of forty words, again and again from the beginning."""
    every = " ".join(topics.topics.values())
    words = re.sub(r"[*`\"=<>|\\]+", "", every).split()
    at = 0
    while True:
        yield " ".join(words[at : at + 40])
        at = (at + 40) % (len(words) - 40)
