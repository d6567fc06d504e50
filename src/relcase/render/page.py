"""Content to one HTML page that stands by itself: for a browser, a phone, a printer.

No script and nothing fetched; the words of the store are those of ``render.html``.
"""

from string import Template

from relcase import __version__
from relcase.domain.content import Document
from relcase.render import html
from relcase.render.colours import BLUE, GREY, PALE, TINT
from relcase.render.html import escape
from relcase.render.outline import name, outlined

_STYLE = Template("""
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1c1c1c;
  font: 1.0625rem/1.6 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { color: $blue; line-height: 1.25; margin: 2.2em 0 .6em; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.0625rem; color: $grey; }
p, li, figcaption, td, th { overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; }
li { margin: .9em 0; }
a { color: $blue; text-underline-offset: .15em; }
a:focus, .wide:focus { outline: 3px solid $blue; outline-offset: 2px; }
blockquote { margin: 1.5em 0; padding: .1em 0 .1em 1.2em;
  border-left: 4px solid $blue; }
.wide { overflow-x: auto; margin: 1.5em 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .5em .8em .5em .5em;
  border-bottom: 1px solid $pale; min-width: 5rem; }
th { background: $tint; border-top: 2px solid $blue; border-bottom: 2px solid $blue; }
figure { margin: 2em 0; }
img { max-width: 100%; height: auto; }
figcaption { font-size: .94rem; color: $grey; }
.notes { margin-top: 3rem; border-top: 1px solid $pale; font-size: .94rem; }
@page { size: A4; margin: 20mm 22mm; }
@media print {
  body { font-size: 10.5pt; color: #000; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  li, tr, figure, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
}
""").substitute(blue=BLUE, grey=GREY, pale=PALE, tint=TINT)


def render(document: Document, lang: str) -> str:
    """The whole page, its language and title told."""
    body = f"<main>\n{html.body(outlined(document))}</main>"
    return framed(name(document), lang, _STYLE, body)


def framed(
    title: str, lang: str, style: str, body: str, *, head: str = "", kind: str = ""
) -> str:
    """Markup as a page with its head; ``head`` is more of it, ``kind`` a class of all."""
    classed = f' class="{escape(kind)}"' if kind else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}"{classed}>\n'
        f'<head>\n<meta charset="utf-8">\n{head}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="relcase {__version__}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
