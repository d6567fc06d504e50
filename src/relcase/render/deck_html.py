"""Decks as one page of HTML: nothing is fetched, and without the script all is still there.

Each slide is a section of the page. The script moves between them by keys, and shows what
the speaker reads; printed, each slide has a sheet of its own. A policy in the page
allows this one script and nothing else, by its hash.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from math import inf

from relcase.charts.palette import DARK, LIGHT
from relcase.charts.palette import Theme as Colours
from relcase.domain.content import Document, Image, Line, Paragraph
from relcase.domain.deck import (
    Bar,
    Bars,
    Cover,
    Deck,
    Number,
    Points,
    Section,
    Size,
    Slide,
    Statement,
    Theme,
    split,
)
from relcase.domain.vocabulary import rated
from relcase.render.html import escape
from relcase.render.html import render as fragment
from relcase.render.page import framed
from relcase.render.pictures import data_uri

_LONGEST = 55
"""The longest bar, in per cent of its place: its number stands beside it."""
_SHORT = 14
"""Characters that stand on one line at the largest size."""


def render(deck: Deck, size: Size = "16:9", theme: Theme = "light") -> str:
    """The whole page."""
    slides = list(split(deck.slides))
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{b64encode(sha256(_SCRIPT.encode()).digest()).decode()}'"
    )
    sections = "\n".join(
        _slide(slide, number, len(slides)) for number, slide in enumerate(slides, 1)
    )
    style = _STYLE.replace("RATIO", size.replace(":", " / "))
    body = (
        f'<main>\n{sections}\n</main>\n<footer class="keys">{_KEYS}</footer>\n'
        f"<script>{_SCRIPT}</script>"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    return framed(deck.title, deck.lang, style, body, head=head, kind=theme)


_KEYS = (
    "Keys: <kbd>→</kbd> <kbd>←</kbd> next and previous slide, <kbd>Home</kbd> "
    "<kbd>End</kbd> first and last, <kbd>S</kbd> speaker notes, <kbd>F</kbd> full screen."
)


def _slide(slide: Slide, number: int, of: int) -> str:
    tag = "h1" if isinstance(slide, Cover) else "h2"
    kind = type(slide).__name__.lower()
    inside = "\n".join(_inside(slide))
    notes = (
        f'<div class="notes" role="note" aria-label="Speaker notes">\n'
        f"{fragment(Document(slide.notes))}</div>\n"
        if slide.notes
        else ""
    )
    return (
        f'<section id="slide-{number}" aria-roledescription="slide" '
        f'aria-label="{number} of {of}" tabindex="-1">\n'
        f'<div class="slide {kind}">\n<{tag}>{escape(slide.title)}</{tag}>\n{inside}\n'
        f'<p class="number" aria-hidden="true">{number}</p>\n</div>\n{notes}</section>'
    )


def _inside(slide: Slide) -> Iterator[str]:
    match slide:
        case Cover() | Section():
            yield from map(_paragraph, slide.lines)
        case Points():
            kind = "references" if slide.is_references else "points"
            items = "\n".join(f"<li>{_line(one)}</li>" for one in slide.items)
            yield f'<ul class="{kind}">\n{items}\n</ul>'
        case Statement():
            yield from _statement(slide)


def _statement(slide: Statement) -> Iterator[str]:
    beside = ' class="body with-visual"' if slide.visual else ' class="body"'
    yield f"<div{beside}>\n<div>"
    if slide.number:
        yield from _number(slide.number)
    if slide.quotation:
        yield fragment(Document((slide.quotation,))).rstrip("\n")
    yield from map(_paragraph, slide.words)
    yield "</div>"
    if isinstance(slide.visual, Image):
        yield f'<img alt="{escape(slide.visual.alt)}" src="{data_uri(slide.visual)}">'
    elif isinstance(slide.visual, Bars):
        yield _bars(slide.visual)
    yield "</div>"
    told = ""
    if slide.certainty:
        told += (
            f'<p class="certainty">Certainty<br><b>{rated(slide.certainty)}</b></p>\n'
        )
    if slide.caveat:
        told += f'<p class="caveat">{escape(slide.caveat)}</p>\n'
    if told:
        yield f'<div class="limits">\n{told}</div>'
    if slide.source:
        yield f'<p class="source">{_line(slide.source)}</p>'


def _number(number: Number) -> Iterator[str]:
    large = "large" if len(number.large) <= _SHORT else "large long"
    yield f'<p class="{large}">{escape(number.large)}</p>\n<p>{escape(number.of)}</p>'
    if number.other:
        yield f'<p class="other">{escape(number.other)}</p>'
    if number.other_of:
        yield f"<p>{escape(number.other_of)}</p>"
    if number.label:
        yield f'<p class="label">{escape(number.label)}</p>'


def _bars(bars: Bars) -> str:
    """Bars from zero, each with its name and its number as text.

    Where some are below zero only the numbers are shown: lengths to one side would
    say the contrary.
    """
    longest = max((one.value for one in bars.bars), default=0) or 1
    if any(one.value < 0 for one in bars.bars):
        longest = inf
    rows = "\n".join(_bar(one, longest) for one in bars.bars)
    return (
        f'<div class="bars" role="img" aria-label="{escape(bars.alt)}">\n{rows}\n</div>'
    )


def _bar(bar: Bar, longest: float) -> str:
    width = bar.value / longest * _LONGEST
    drawn = (
        f'<span class="bar" style="width:{width:.2f}%"></span> ' if width > 0 else ""
    )
    return f"<p>{escape(bar.label)}<br>{drawn}<b>{escape(bar.shown)}</b></p>"


def _paragraph(content: Line) -> str:
    return fragment(Document((Paragraph(content),))).rstrip("\n")


def _line(content: Line) -> str:
    return _paragraph(content).removeprefix("<p>").removesuffix("</p>")


def _colours(theme: Colours, panel: str, around: str) -> str:
    return (
        f"--paper:{theme.ground};--ink:{theme.ink};--strong:{theme.strong};"
        f"--rest:{theme.rest};--panel:{panel};--around:{around}"
    )


_STYLE = (
    f"""
:root{{{_colours(LIGHT, "#EEF2F6", "#D9DEE3")};--cover:{LIGHT.strong}}}
.dark{{{_colours(DARK, "#1B2B3A", "#000000")}}}
"""
    + """
*{box-sizing:border-box}
html{font-family:Arial,"Liberation Sans",Helvetica,sans-serif;background:var(--around);
color:var(--ink);line-height:1.3}
body{margin:0}
main{--unit:min(1vw,calc(1vh * RATIO));max-width:100vw}
section{margin:0 auto 1rem;width:calc(100 * var(--unit))}
section:focus{outline:none}
.slide{position:relative;display:flex;flex-direction:column;gap:calc(1.4 * var(--unit));
min-height:calc(100 * var(--unit) / (RATIO));padding:calc(4.4 * var(--unit)) calc(5.5 *
var(--unit)) calc(4.6 * var(--unit));background:var(--paper);font-size:calc(1.9 *
var(--unit));overflow-wrap:anywhere}
h1,h2,p,ul{margin:0}
.slide h2,.slide h1{font-size:calc(2.9 * var(--unit));line-height:1.2}
.statement h2::before,.points h2::before{content:"";display:block;width:calc(7 *
var(--unit));height:calc(.5 * var(--unit));margin-bottom:calc(1.2 * var(--unit));
background:var(--strong)}
.cover,.section{justify-content:center;background:var(--cover);color:#fff}
.slide.cover h1{font-size:calc(4.4 * var(--unit))}
.slide.section h2{font-size:calc(3.8 * var(--unit))}
.body{flex:1;display:flex;align-items:center;gap:calc(3 * var(--unit))}
.body>div{flex:1}
.with-visual>:first-child{flex:1.2}
.with-visual img{flex:1;min-width:0;max-width:45%;object-fit:contain;
max-height:calc((100 / (RATIO) - 32.5) * var(--unit))}
.body p+p{margin-top:calc(.6 * var(--unit))}
.large,.other{color:var(--strong);font-weight:bold;line-height:1.1}
.large{font-size:calc(7 * var(--unit))}
.large.long{font-size:calc(4.6 * var(--unit))}
.other{font-size:calc(3.6 * var(--unit))}
.label{font-size:calc(1.5 * var(--unit))}
blockquote{margin:0}
blockquote p:first-child{font-size:calc(2.9 * var(--unit))}
.bar{display:inline-block;height:1.1em;vertical-align:middle;background:var(--strong)}
.bars p+p .bar{background:var(--rest)}
.limits{display:flex;gap:calc(2.5 * var(--unit));align-items:center;padding:calc(1.3 *
var(--unit)) calc(1.6 * var(--unit));background:var(--panel);font-size:calc(1.6 *
var(--unit))}
.certainty{flex:none;min-width:9em}
.certainty b{color:var(--strong)}
.source,.number{font-size:calc(1.2 * var(--unit))}
.number{position:absolute;right:calc(5.5 * var(--unit));bottom:calc(2 * var(--unit))}
.source{position:absolute;left:calc(5.5 * var(--unit));right:calc(10 * var(--unit));
bottom:calc(2 * var(--unit))}
.references{list-style:none;padding:0;font-size:calc(1.6 * var(--unit))}
.references li{padding-left:2em;text-indent:-2em}
li+li{margin-top:.7em}
a{color:var(--strong)}
.cover a,.section a{color:#fff}
.notes{display:none;padding:1rem 1.5rem;background:#fff;color:#1f2933;font-size:1rem}
.with-notes .notes{display:block}
.notes a{color:var(--cover)}
.notes h3{margin:1rem 0 .2rem;font-size:1rem}
.notes p+p{margin-top:.4rem}
.keys{padding:.3rem 1rem 1rem;font-size:.85rem;text-align:center;color:#1f2933}
.dark .keys{color:#f4f7fa}
.show section{display:none;margin-bottom:0}
.show section.now{display:block}
.show:not(.with-notes) .keys{display:none}
@media print{
@page{size:13.333in calc(13.333in / (RATIO));margin:0}
html,body{background:none}
main{--unit:.13333in}
section,.show section{display:block;margin:0;break-after:page;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
.keys{display:none}
.with-notes .notes{break-after:page}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
"""
)
_SCRIPT = """
"use strict";
(function () {
  const root = document.documentElement;
  const slides = Array.from(document.querySelectorAll("section"));
  const asked = Number(location.hash.replace("#slide-", ""));
  let now = asked >= 1 && asked <= slides.length ? asked - 1 : 0;
  function show(number) {
    now = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((one, place) => one.classList.toggle("now", place === now));
    history.replaceState(null, "", "#slide-" + (now + 1));
    slides[now].focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  const moves = {
    ArrowRight: () => show(now + 1), ArrowDown: () => show(now + 1),
    PageDown: () => show(now + 1), " ": () => show(now + 1),
    ArrowLeft: () => show(now - 1), ArrowUp: () => show(now - 1),
    PageUp: () => show(now - 1), Home: () => show(0),
    End: () => show(slides.length - 1),
    s: () => root.classList.toggle("with-notes"),
    f: () => document.fullscreenElement
      ? document.exitFullscreen() : root.requestFullscreen(),
  };
  document.addEventListener("keydown", function (event) {
    const move = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === " " && event.target.closest("a")) { return; }
    event.preventDefault();
    move();
  });
  window.addEventListener("hashchange", function () {
    const wanted = Number(location.hash.replace("#slide-", ""));
    if (wanted >= 1 && wanted <= slides.length) { show(wanted - 1); }
  });
  root.classList.add("show");
  show(now);
})();
"""
