"""S09 too long: words that do not fit the slide they are written for.

A headline has at most 20 words, and that of a statistic is a whole sentence with its
full stop, so that it is safe alone. The first caveat is printed beside the number:
at most 25 words. The words of others are quoted in at most 25 words, which keeps them
a quotation. Shorten; what does not fit belongs into `claim`, `text` or a second caveat.

Bad:
    headline: Loneliness and health
Good:
    headline: People with stronger ties were more likely to be alive at follow-up.
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Entry, Quote, Statistic
from relcase.domain.problem import Finding, Rule, Step

RULE = Rule("S09", "too long", "error")

HEADLINE_WORDS = 20
WORDS = 25
_CLOSING = "\"')]\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_ENDS = (".", "!", "?")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Texts over their limit, and a statistic's headline that is not a sentence."""
    entry = placed.entry
    if len(entry.headline.split()) > HEADLINE_WORDS:
        yield from _over(placed, entry.headline, HEADLINE_WORDS, "headline")
    for text, at in _limited(entry):
        if len(text.split()) > WORDS:
            yield from _over(placed, text, WORDS, *at)
    if isinstance(entry, Statistic) and not entry.headline.endswith("."):
        yield from _not_a_sentence(placed)


def _limited(entry: Entry) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The texts of an entry, headline aside, that a limit holds for."""
    if entry.caveats:
        yield entry.caveats[0], ("caveats", 0)
    if entry.source.quote is not None:
        yield entry.source.quote, ("source", "quote")
    if isinstance(entry, Statistic):
        for number, said in enumerate(entry.said):
            yield said.words, ("said", number, "words")
    elif isinstance(entry, Quote):
        yield entry.text, ("text",)


def _over(placed: Placed, text: str, limit: int, *at: Step) -> Iterator[Finding]:
    """A finding if the words are too many once dashes and bullets are not counted."""
    count = sum(any(letter.isalnum() for letter in word) for word in text.split())
    if count > limit:
        name = next(step for step in reversed(at) if isinstance(step, str))
        what = "the first caveat" if name == "caveats" else f"'{name}'"
        message = f"{what} has {count} words, at most {limit} are allowed"
        over = count - limit
        hint = f"Shorten it by {over} word{'s' if over > 1 else ''}."
        yield placed.finding("S09", "error", message, *at, hint=hint)


def _not_a_sentence(placed: Placed) -> Iterator[Finding]:
    if not placed.entry.headline.rstrip(_CLOSING).endswith(_ENDS):
        message = "the headline does not end as a sentence"
        hint = "Make it a full sentence that is safe alone, with its full stop."
        yield placed.finding("S09", "error", message, "headline", hint=hint)
