"""audit: what publications say of the evidence, and what can be said instead."""

from typing import Annotated

import typer

from relcase import api
from relcase.api.reviewing import Audited
from relcase.cli import complete
from relcase.cli.choices import TABULAR, tabular_format
from relcase.cli.fitting import reference_doc as fit
from relcase.cli.options import Out, ReferenceDoc, Stores, format_option
from relcase.cli.output import is_narrow, spare, write_table
from relcase.cli.session import open_session
from relcase.compose import audit as compose

Key = Annotated[
    str | None,
    typer.Argument(
        metavar="[KEY]",
        help="Citation key or title of a publication; without it, all on record.",
        show_default=False,
        autocompletion=complete.keys,
    ),
]
Form = Annotated[str | None, format_option(TABULAR)]


def audit(
    stores: Stores,
    key: Key = None,
    format: Form = None,
    out: Out = None,
    reference_doc: ReferenceDoc = None,
) -> None:
    """What publications say of the evidence, and what to say instead.

    With what the study does not say, from the versions that the stores have on record.

    Example: relcase audit casemaker2024
    """
    session = open_session(stores)
    spare(session.library.files, out, reference_doc)
    form = tabular_format(format, out)
    fit(reference_doc, form)
    found = api.audit(session.library, key)
    rows = [(one.id, one.citation, one.said) for one in found]
    long = form == "plain" or (form == "table" and is_narrow())
    document = compose.as_text(rows) if long else compose.as_table(rows)
    titled = document._replace(title="What is said of the evidence")
    data = {"audit": [_row(one) for one in found]}
    write_table(titled, data, form, out, reference_doc)


def _row(one: Audited) -> dict[str, object]:
    problems = [
        {"rule": problem.rule, "message": problem.message}
        for problem in one.said.problems
    ]
    about = {"id": one.id, "source": one.source, "words": one.said.words}
    return {**about, "problems": problems, "better": one.said.better}
