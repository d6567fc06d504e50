"""A map of the evidence as a page of its own: an accessible table, no scripts.

On a phone each row becomes a block with its cells under each other. The roles are
spelt out because browsers forget those of a table that is not shown as one.
"""

from relcase.domain.gap_map import EMPTY, NOT_INEFFECTIVE, GapMap
from relcase.render.html import escape
from relcase.render.page import framed

_STYLE = """
body { font: 1rem/1.45 Arial, Helvetica, sans-serif; color: #1f1f1f; background: #fff;
  margin: 0 auto; max-width: 90rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .75rem; }
th, td { border: 1px solid #949494; padding: .5rem; text-align: left;
  vertical-align: top; font-size: .9rem; }
thead th, tbody th { background: #f3f6f9; }
td.empty { color: #3d3d3d; font-style: italic; border-style: dashed; }
td p { margin: 0; }
td .count { font-weight: bold; font-size: 1.05rem; }
td .otherwise { border-left: .25rem solid #801650; padding-left: .35rem; }
summary { cursor: pointer; white-space: nowrap; min-height: 1.5rem; text-decoration: underline; }
details ul { padding-left: 1.1rem; }
@media (max-width: 60rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px;
    overflow: hidden; }
  tr { margin-bottom: 1.5rem; }
  tbody th { font-size: 1.1rem; }
  td::before { content: attr(data-column); font-weight: bold; font-style: normal;
    display: block; }
}
@media print { details { display: none; } }
"""


def render(found: GapMap) -> str:
    """The whole page."""
    columns = "".join(
        f'<th role="columnheader" scope="col">{escape(one)}</th>'
        for one in (found.rows_are, *found.columns)
    )
    rows = "\n".join(_row(found, one) for one in found.rows)
    body = (
        f'<main>\n<h1>{escape(found.title)}</h1>\n<table role="table">\n'
        f"<caption>{escape(NOT_INEFFECTIVE)}</caption>\n"
        f'<thead role="rowgroup">\n<tr role="row">{columns}</tr>\n</thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>\n</main>'
    )
    return framed(found.title, "en", _STYLE, body)


def _row(found: GapMap, row: str) -> str:
    cells = "\n".join(_cell(found, row, column) for column in found.columns)
    head = f'<th role="rowheader" scope="row">{escape(row)}</th>'
    return f'<tr role="row">{head}\n{cells}</tr>'


def _cell(found: GapMap, row: str, column: str) -> str:
    cell = found.cells.get((row, column))
    start = f'<td role="cell" data-column="{escape(column)}"'
    if cell is None:
        return f'{start} class="empty">{EMPTY}</td>'
    count, *more = found.lines(row, column)
    told = [f'<p class="count">{count}</p>', f"<p>{more[0]}</p>"]
    told += [f'<p class="otherwise">{one}</p>' for one in more[1:]]
    items = "".join(
        f"<li>{escape(found.headlines[one])}"
        f"{' (found otherwise)' if one in cell.otherwise else ''}</li>"
        for one in cell.ids
    )
    about = f"read them: {row}, {column}"
    told.append(
        f'<details><summary aria-label="{escape(about)}">read them</summary>'
        f"<ul>{items}</ul></details>"
    )
    return f"{start}>{''.join(told)}</td>"
