"""Thirty different mistakes in a copy of our own store, each found at its place.

``⌖`` marks the place where a mistake has to be reported; it is not in the copy.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from relcase import api
from relcase.domain.query import Query
from relcase.store import locate

EVIDENCE = (
    # rule, entry, what stands there, what is planted
    ("S01", "social-relationships-survival", "    claim_type:", "    ⌖claim_typ:"),
    ("S03", "frome-emergency-admissions", "stance: supports", "stance: ⌖support"),
    ("S05", "breast-cancer-social-ties-2006", 'estimate: "4.06"', "estimate: ⌖4.06"),
    ("S05", "burnout-empathy-review", "studies: 10", 'studies: ⌖"10"'),
    (
        "S02",
        "fleetwood-emergency-care",
        "  source:\n      key: ",
        "  source:\n      key: ⌖x",
    ),
    (
        "S06",
        "waldinger-ted-connected-people",
        "id: waldinger-ted",
        "id: ⌖Waldinger-ted",
    ),
    (
        "S09",
        "loneliness-new-depression",
        "    headline: ",
        "    headline: ⌖Yes and no ",
    ),
    ("S10", "gp-continuity-norway", "sectors: [health", "sectors: [⌖helth"),
    ("S11", "midwife-continuity-cochrane", "outcomes: [birth", "outcomes: [⌖birht"),
    (
        "S13",
        "colds-social-ties",
        "    caveats:\n",
        "    caveats: ⌖[]\n    old_caveats:\n",
    ),
    ("S14", "doctor-continuity-mortality-review", "countries: []", "countries: [⌖UK]"),
    ("S15", "befriending-trials-2017", "- rule: M", "- rule: ⌖N"),
    ("B02", "dementia-social-relationships", 'estimate: "1.41"', 'estimate: ⌖"-1.41"'),
    ("B05", "loneliness-care-home-admission", 'level: "95"', 'level: ⌖"59"'),
    (
        "I01",
        "continuous-support-childbirth",
        "measure: ",
        'low: ⌖"9"\n        high: "1"\n        measure: ',
    ),
    ("L01", "evidence-is-scattered", "answers: [", "answers: [⌖no-such-action, "),
    (
        "Q01",
        "peer-support-crisis-readmission",
        "  source:\n",
        "  source:\n      quote: ⌖no digits here\n",
    ),
    (
        "T01",
        "family-nurse-partnership-england",
        "on: 2026-11-21",
        "on: ⌖21 November 2026",
    ),
    ("T02", "empathic-communication-rcts", "review_by: 2028", "review_by: ⌖2025"),
    (
        "S08",
        "befriending-depression-2010",
        "id: befriending-depression-2010",
        "id: ⌖named-gp-policy-no-effect",
    ),
    ("Y01", "therapeutic-alliance-psychotherapy", "exposure: ", "exposure: a⌖: b: "),
    ("Y02", "housing-first-review-baxter-2019", "    population:", "⌖\tpopulation:"),
    (
        "Y03",
        "group-art-therapy-schizophrenia-null-2012",
        "    period:",
        "    ⌖use: lead\n    period:",
    ),
    (
        "Y04",
        "heat-wave-social-contact-2007",
        "population: ",
        "population: ⌖*anchor\n    note: ",
    ),
)
BIBLIOGRAPHY = (
    ("K02", "@article{valtorta2016,", "@article{⌖abel2018,"),
    ("K03", "@article{sandvik2022,", "@article{⌖sandvik2022,"),
    (
        "K05",
        "title       = {Lowering Recidivism",
        "title       = {50⌖% Lowering Recidivism",
    ),
    ("K06", "title     = {Blessed Be", "title     = {⌖\\oddity Blessed Be"),
    (
        "K07",
        "doi       = {10.1371/journal.pmed.1000316}",
        "doi       = {⌖https://doi.org/10.1371/journal.pmed.1000316}",
    ),
    ("K08", "@book{trzeciak2019,", "⌖@boook{trzeciak2019,"),
)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    ours = locate.builtin()
    shutil.copy(ours.evidence[0], folder / "evidence.yaml")
    shutil.copy(ours.bibliography, folder / "references.bib")
    return folder


WITHOUT_JOURNAL = (
    "  journal   = {British Journal of General Practice},\n  year      = {2022},",
    "  year      = {2022},",
)
"""What K03 misses: it stands elsewhere than where its lack is reported."""


def plant(folder: Path) -> set[tuple[str, int, int]]:
    """Plants everything; rule, line and column of each mistake."""
    text = (folder / "evidence.yaml").read_text(encoding="utf-8")
    for rule, entry, old, new in EVIDENCE:
        start = text.index(f"  - id: {entry}\n")
        at = text.index(old, start)
        text = text[:at] + new.replace("⌖", f"⌖{rule}⌖") + text[at + len(old) :]
    places = take_marks(folder / "evidence.yaml", text)
    text = (folder / "references.bib").read_text(encoding="utf-8")
    for rule, old, new in BIBLIOGRAPHY:
        assert text.count(old) == 1, old
        text = text.replace(old, new.replace("⌖", f"⌖{rule}⌖"))
    assert text.count(WITHOUT_JOURNAL[0]) == 1
    text = text.replace(*WITHOUT_JOURNAL)
    return places | take_marks(folder / "references.bib", text)


def take_marks(path: Path, text: str) -> set[tuple[str, int, int]]:
    places = set()
    while (at := text.find("⌖")) >= 0:
        end = text.index("⌖", at + 1)
        rule, text = text[at + 1 : end], text[:at] + text[end + 1 :]
        line = text.count("\n", 0, at) + 1
        places.add((rule, line, at - text.rfind("\n", 0, at)))
    path.write_text(text, encoding="utf-8")
    return places


def test_thirty_mistakes_each_at_its_place(planted: Path) -> None:
    expected = plant(planted)
    assert len(expected) == len(EVIDENCE) + len(BIBLIOGRAPHY) == 30

    problems = api.check_stores([planted], today=date(2026, 11, 22))
    found = {(one.rule, one.line, one.column) for one in problems}

    assert expected - found == set()


def test_the_rest_of_the_copy_still_answers(planted: Path) -> None:
    library = api.open_library([planted], builtin=False, cache=False)

    answered = {entry.id for entry in library.find(Query(hidden=True))}
    assert "harvard-study-daily-happiness-couples" in answered
    assert "social-relationships-survival" not in answered
    assert len(answered) > 150
    assert {Path(one.problem.path).name for one in library.left_out} == {
        "evidence.yaml"
    }
    assert "social-relationships-survival" in {one.id for one in library.left_out}
