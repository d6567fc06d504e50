"""What relcase can do, as verbs. The command line and every other front end call these.

    library = open_library()
    answer = library.answer(Query(kinds=("statistic",), sectors=("health",)))
    text = snippet(library, answer, "markdown", "apa", "en-GB")

Each verb lives in the module named for its subject and is imported when it is first
asked for: a question to a fresh index costs no YAML, no validation, no citation engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relcase.api.bibliography import Bibliography
    from relcase.api.cases import (
        case_deck,
        case_document,
        check_plan,
        load_plan,
        plan_text,
        propose,
    )
    from relcase.api.charting import chart, drawable, picture
    from relcase.api.checking import check_stores, explain_rule, rules
    from relcase.api.citing import cite, cited_in, reference_list
    from relcase.api.decks import deck, deck_file
    from relcase.api.documents import document_file
    from relcase.api.formatting import resolve_style, styles
    from relcase.api.library import Library, open_library
    from relcase.api.mapping import gap_chart, gap_page, gap_rows, gap_sheet, gaps
    from relcase.api.refreshing import refresh, replace
    from relcase.api.reports import check_reports, mended, write_mended
    from relcase.api.reviewing import audit, due
    from relcase.api.telling import (
        card,
        challenge,
        envelope,
        report,
        snippet,
        spreadsheet,
        why,
    )

__all__ = [
    "Bibliography",
    "Library",
    "audit",
    "card",
    "case_deck",
    "case_document",
    "challenge",
    "chart",
    "check_plan",
    "check_reports",
    "check_stores",
    "cite",
    "cited_in",
    "deck",
    "deck_file",
    "document_file",
    "drawable",
    "due",
    "envelope",
    "explain_rule",
    "gap_chart",
    "gap_page",
    "gap_rows",
    "gap_sheet",
    "gaps",
    "load_plan",
    "mended",
    "open_library",
    "picture",
    "plan_text",
    "propose",
    "reference_list",
    "refresh",
    "replace",
    "report",
    "resolve_style",
    "rules",
    "snippet",
    "spreadsheet",
    "styles",
    "why",
    "write_mended",
]

_HOMES = {
    "bibliography": ("Bibliography",),
    "cases": (
        *("case_deck", "case_document", "check_plan", "load_plan", "plan_text"),
        "propose",
    ),
    "charting": ("chart", "drawable", "picture"),
    "checking": ("check_stores", "explain_rule", "rules"),
    "citing": ("cite", "cited_in", "reference_list"),
    "decks": ("deck", "deck_file"),
    "documents": ("document_file",),
    "library": ("Library", "open_library"),
    "mapping": ("gap_chart", "gap_page", "gap_rows", "gap_sheet", "gaps"),
    "refreshing": ("refresh", "replace"),
    "reports": ("check_reports", "mended", "write_mended"),
    "reviewing": ("audit", "due"),
    "telling": (
        *("card", "challenge", "envelope", "report", "snippet", "spreadsheet", "why"),
    ),
    "formatting": ("resolve_style", "styles"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"relcase.api.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
