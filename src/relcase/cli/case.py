"""case: a plan proposed, checked, and built into a document."""

from pathlib import Path
from typing import Annotated

import typer

from relcase.api import cases, decks, telling
from relcase.api.decks import Look
from relcase.api.library import Library
from relcase.cli import ask_case
from relcase.cli.ask_case import Answers, AudienceOption, LengthOption
from relcase.cli.choices import SUFFIXES as OF_DOCUMENTS
from relcase.cli.choices import choose, format_of
from relcase.cli.deck_options import Shown
from relcase.cli.fitting import reference_doc as fitting_reference_doc
from relcase.cli.options import Lang, Out, ReferenceDoc, Stores, Style, command
from relcase.cli.options import Output as Written
from relcase.cli.output import is_whole, spare, write, written
from relcase.cli.problems import FORMATS, Form, Strict, as_text, conclude, summary
from relcase.cli.say import say
from relcase.cli.session import Session, open_session
from relcase.domain.audience import retold
from relcase.domain.plan import AUDIENCES, Plan
from relcase.domain.vocabulary import LENGTHS
from relcase.errors import (
    AlreadyThere,
    AskedWrongly,
    BadValue,
    MissingExtra,
    NothingFound,
)

_FORMS = ("markdown", "plain", "html", "latex", "docx", "odt", "pdf")
SUFFIXES = {
    **{end: form for end, form in OF_DOCUMENTS.items() if form in _FORMS},
    ".pptx": "pptx",
}
"""The formats of a case, by the suffix of its file."""
_OF_PLANS = (".yaml", ".yml", "")

PlanFile = Annotated[
    Path,
    typer.Argument(
        readable=False,
        metavar="CASE.yaml",
        help="The file of the plan.",
        show_default=False,
    ),
]


Marked = Annotated[
    bool,
    typer.Option(
        "--marked",
        help="In Word and PowerPoint: so that relcase refresh keeps it current.",
    ),
]
_UNMARKED = (
    "A case is marked in Word and PowerPoint: --out case.docx or case.pptx. For snippets "
    "in another text: relcase stats ID --marked."
)
Force = Annotated[
    bool, typer.Option("--force", help="Write over a plan that is there.")
]


def app(name: str) -> typer.Typer:
    """The group of commands about cases."""
    made = typer.Typer(
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        help="Make a case: a plan, its check, the document.\n\n"
        "Example: relcase case new case.yaml",
    )
    made.command("new")(command(new))
    made.command("build")(command(build))
    made.command("check")(command(check))
    return made


def new(plan: PlanFile, answers: Answers, stores: Stores, force: Force = False) -> None:
    """Propose a plan: which entries make the case to whom, and why.

    On a terminal it asks one question at a time; an option answers its question
    beforehand. Elsewhere only --ask is required. The plan is a file to be edited.

    Example: relcase case new case.yaml --ask 'Fund two link workers' --sector health
    """
    if str(plan) == "-":
        raise AskedWrongly("A plan is a file to be edited; name it, as case.yaml.")
    if plan.suffix.lower() not in _OF_PLANS:
        named = plan.with_suffix(".yaml").name
        wanted = (
            f"a plan is a text to be edited; name it {named}, and build it after that"
        )
        raise BadValue("The file of the plan", plan.name, wanted)
    library = open_session(stores).library
    spare(library.files, plan)
    if plan.exists() and not force:
        raise AlreadyThere(plan, "--force")
    wishes, place, title = ask_case.wishes(library, answers)
    draft = cases.propose(library, wishes, title=title, place=place)
    write(cases.plan_text(draft), plan)
    said = [len(section.choices) for section in draft.sections]
    say(f"{sum(said)} entries in {len(said)} sections, each with the reason for it.")
    for sentence in draft.missed:
        say(sentence)
    say("Next:")
    say(f"  1. Read {plan} and put in your own words; take out what does not help.")
    say(f"  2. relcase case check {plan}")
    say(f"  3. relcase case build {plan} --out {plan.with_suffix('.docx').name}")


def build(
    plan: PlanFile,
    shown: Shown,
    stores: Stores,
    audience: AudienceOption = None,
    length: LengthOption = None,
    out: Out = None,
    style: Style = None,
    lang: Lang = None,
    reference_doc: ReferenceDoc = None,
    marked: Marked = False,
) -> None:
    """Build a plan into a document; its suffix gives the format.

    Sections come in the order of the plan; --audience tells the same case to somebody
    else, in their order, their length, and with their questions in the annex. A deck
    (--out case.pptx) can be in your own template, or put into a deck of yours. Without
    --out it is Markdown. Status 1, and nothing written, when the plan has errors.

    Example: relcase case build case.yaml --out case.docx
    """
    form = format_of(out, SUFFIXES) if out else "markdown"
    session = open_session(stores, Written(style=style, lang=lang))
    fitting_reference_doc(reference_doc, form)
    if form != "pptx":
        shown.refuse()
        if marked and form != "docx":
            raise AskedWrongly(_UNMARKED)
    look = shown.look("pptx")
    spare([*session.library.files, plan, *shown.files], out, reference_doc)
    made = _sound(session.library, plan)
    if audience:
        made = retold(made, choose("audience", audience, AUDIENCES))
    if length:
        made = made.with_length(choose("length", length, LENGTHS))
    if form == "pptx":
        write(_deck(session, made, shown, look, marked=marked), out)
        return
    if marked:
        told = session.library, made, session.style, session.lang
        write(cases.marked_case(*told, reference_doc), out)
        return
    write(_built(session, made, form, out, reference_doc), out)


def check(
    plan: PlanFile, stores: Stores, format: Form = "text", strict: Strict = False
) -> None:
    """Report what is wrong with a plan, with line and column.

    Entries that are not there, out of use or overdue; only findings that support; one
    study used twice; weak evidence that is not called so. Status 1 when there are errors.

    Example: relcase case check case.yaml --strict
    """
    form = choose("format", format, FORMATS)
    library = open_session(stores).library
    conclude(cases.check_plan(library, cases.load_plan(plan)), form, strict=strict)


def _deck(
    session: Session, plan: Plan, shown: Shown, look: Look, *, marked: bool
) -> bytes:
    """The case as a PowerPoint file; put into a deck, it has no cover of its own."""
    foreign = shown.foreign()
    made = cases.case_deck(
        *(session.library, plan, session.style, session.lang, look),
        covered=shown.into is None,
        marked=marked,
    )
    return decks.deck_file(made, look, **foreign)


def _built(
    session: Session,
    plan: Plan,
    form: str,
    out: Path | None,
    reference_doc: Path | None,
) -> str | bytes:
    """The case in a format; where nothing is installed that draws, without pictures."""
    library, style, lang = session.library, session.style, session.lang
    if out is None or not is_whole(form, out):
        return telling.written(cases.case_document(library, plan, style, lang), form)
    try:
        drawn = form != "latex"
        document = cases.case_document(library, plan, style, lang, pictures=drawn)
    except MissingExtra as error:
        say(f"Without pictures: {error}")
        document = cases.case_document(library, plan, style, lang)
    return written(document, form, lang, out, reference_doc)


def _sound(library: Library, path: Path) -> Plan:
    """The plan of a file; with errors in it, they are said and it ends with status 1."""
    loaded = cases.load_plan(path)
    problems = cases.check_plan(library, loaded)
    errors = [one for one in problems if one.severity == "error"]
    if errors or loaded.plan is None:
        say(as_text(errors))
        raise NothingFound(f"Nothing is built of {path} until this is mended.")
    if warnings := summary(problems)["warning"]:
        noun = "warning" if warnings == 1 else "warnings"
        say(f"{warnings} {noun}; see: relcase case check {path}")
    return loaded.plan
