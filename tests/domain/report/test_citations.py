"""Citations as people write them, and the list that they point into."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]
HOLT = (
    "Holt-Lunstad J, Smith TB, Layton JB. Social relationships and mortality risk: a "
    "meta-analytic review. PLoS Med. 2010;7(7):e1000316."
)
SENTENCE = "Across 156 studies the odds of survival were 50% higher"


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE} (Holt-Lunstad et al., 2010).",
        f"{SENTENCE} (see Holt-Lunstad, Smith and Layton 2010, p. 4; Smith, 2021).",
        f"As Holt-Lunstad and colleagues (2010) show: {SENTENCE.lower()}.",
        f"{SENTENCE} [1].\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE}.¹\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE} (1).\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE} [@holtlunstad2010].",
        f"{SENTENCE} (https://doi.org/10.1371/journal.pmed.1000316).",
        f"{SENTENCE}.[^a]\n\n[^a]: {HOLT}",
    ],
)
def test_every_way_of_citing_leads_to_the_source(judged: Judged, text: str) -> None:
    assert judged(text)[:2] == [("156", "differs"), ("50%", "matches")]


def test_the_list_decides_whose_surname_it_is(judged: Judged) -> None:
    other = "## References\n\nHolt-Lunstad, J. (2010) ‘Sleep among shift workers in Utah’, Sleep."
    assert judged(f"{SENTENCE} (Holt-Lunstad, 2010).\n\n{other}") == []


def rules(result: Findings) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in result.claims]


def test_a_document_without_a_list_gets_one_remark(found: Found) -> None:
    text = "Some say so (Smith, 2020). Others do not (Jones and Hill, 2021)."
    assert rules(found(text)) == [("D08", "info")]


def test_what_is_missing_in_the_list_what_is_idle_and_what_has_another_year(
    found: Found,
) -> None:
    text = (
        "Some say so (Smith, 2020). Others do not (Jones and Hill, 2021).\n\n"
        "## References\n\nJones, A. and Hill, B. (2012) A book.\n\nOkafor, C. (2019) A talk.\n"
    )
    assert rules(found(text)) == [
        ("D04", "warning"),
        ("D07", "warning"),
        ("D05", "info"),
    ]


def test_a_key_that_no_bibliography_has(found: Found) -> None:
    assert ("D06", "warning") in rules(found("It is so [@nobody1999]."))
    assert ("D06", "warning") not in rules(found("It is so [@abel2018]."))


LISTED = f"\n\n## Works cited\n\n{HOLT}"
FULL = (
    "Julianne Holt-Lunstad, Timothy B. Smith, and J. Bradley Layton, ‘Social Relationships "
    "and Mortality Risk: A Meta-analytic Review’, PLoS Medicine 7, no. 7 (2010)"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE} (Holt-Lunstad et al. 325).{LISTED}",
        f"{SENTENCE} (Holt-Lunstad et al.).{LISTED}",
        f"{SENTENCE} (Holt-Lunstad et al., “Social Relationships” 4).{LISTED}",
        f"{SENTENCE} (Holt-Lunstad et al., 2010: 12).{LISTED}",
        f"{SENTENCE} (Holt-Lunstad et al., 2010, pp. 12–14).{LISTED}",
        "Across 156 studies people with stronger social relationships had 50% higher odds "
        "of survival (Holt-Lunstad et al.).",
        f"{SENTENCE}.[^1]\n\n[^1]: {FULL}: 4.",
        f"{SENTENCE}.[^2]\n\nIt is so.[^1]\n\n[^1]: {FULL}.\n[^2]: Holt-Lunstad et al., ‘Social Relationships’, 5.",
        f"It is so.[^1]\n\n{SENTENCE}.[^2]\n\n[^1]: {FULL}.\n[^2]: Ibid., 5.",
        f"{SENTENCE}.[^1]\n\n[^1]: See Holt-Lunstad et al., 2010.",
    ],
)
def test_styles_without_years_and_with_notes(judged: Judged, text: str) -> None:
    assert judged(text)[:2] == [("156", "differs"), ("50%", "matches")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            f"<p>{SENTENCE}.<sup><a href='#n1'>1</a></sup></p><p id='n1'>{FULL}.</p>",
            "a.html",
        ),
        (f"{SENTENCE}.\\footnote{{{FULL}.}}".replace("%", "\\%"), "a.tex"),
        (f"{SENTENCE}.\\footcite{{holtlunstad2010}}".replace("%", "\\%"), "a.tex"),
    ],
)
def test_notes_of_every_format(judged: Judged, text: str, name: str) -> None:
    assert judged(text, name)[:2] == [("156", "differs"), ("50%", "matches")]


def test_a_surname_without_a_year_is_ours_only_with_a_sentence_of_ours(
    judged: Judged,
) -> None:
    text = "Among 156 nurses in Leeds, sleep was 50% shorter at night (Wang et al. 12)."
    assert judged(text) == []


def test_brackets_that_cite_nothing_are_no_citations(found: Found) -> None:
    text = (
        "Her doctor (GP) knew the plan (Table 3), and the team (Housing First, a pilot) met "
        "in Room 2 (Leeds City Council, the north wing)."
    )
    assert found(text).claims == ()


def test_a_list_of_styles_without_years_is_cited_by_names(found: Found) -> None:
    text = (
        "Ties go with survival (Holt-Lunstad et al. 4). Baker and Hill say more.\n\n"
        f"## Works Cited\n\nBaker, Ann, and Tom Hill. *A Book*. Press, 2012.\n\n{HOLT}\n\n"
        "———. *Another Book by the Same*. Press, 2013."
    )
    assert rules(found(text)) == []


def test_works_without_a_date_are_told_apart_by_letters(found: Found) -> None:
    text = (
        "Do less (A Better Way, n.d.-a). Do more (A Better Way, n.d.-b).\n\n## References\n\n"
        "A Better Way. (n.d.-a). *Relationships first*. https://example.org/a\n\n"
        "A Better Way. (n.d.-b). *What we learnt*. https://example.org/b"
    )
    assert rules(found(text)) == []


def test_numbers_of_a_list_that_is_not_there_are_citations_all_the_same(
    judged: Judged,
) -> None:
    told = "In Frome, unplanned hospital admissions fell by 14.0%"
    assert judged(f"{told} (1). They rose in Somerset (2).") == [("14.0%", "matches")]
    assert judged(f"{told}. (3) They rose in Somerset.") == [("14.0%", "unsourced")]


def test_an_entry_that_is_never_cited_is_named(found: Found) -> None:
    text = (
        "Some say so (Smith, 2020).\n\n## References\n\n"
        "Smith, A. (2020) A book.\n\nOkafor, C. and Hill, B. (2019) A talk.\n"
    )
    (idle,) = (one for one in found(text).claims if one.rule == "D05")
    assert "“Okafor, C. and Hill, B. (2019)”" in idle.message


def test_an_entry_cited_by_its_key_is_not_idle(found: Found) -> None:
    text = (
        "Some say so (Smith, 2020). Ties go with survival [@holtlunstad2010]. "
        "Others say more [@okafor2019talk].\n\n## References\n\n"
        f"Smith, A. (2020) A book.\n\n{HOLT}\n\nOkafor, C. (2019) A talk.\n\n"
        "Okoro, C. (2018) A song.\n"
    )
    idle = [one.message for one in found(text).claims if one.rule == "D05"]
    assert len(idle) == 1
    assert "Okoro" in idle[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ties go with survival (Smith and Hill, 2020).[^1]\n\n"
        "[^1]: Smith, A. and Hill, B. (2020) ‘Ties and survival in towns’, Journal of Towns, 3.",
        "# A slide\n\nTies go with survival (Smith et al., 2020).\n\n"
        "Source: Smith, A., Hill, B. and Roe, C. (2020) Ties and survival in towns. Leeds.",
    ],
)
def test_sources_given_in_full_need_no_list(found: Found, text: str) -> None:
    assert rules(found(text)) == []
    more = text.replace("Ties go", "It is so (Jones and Roe, 2019). Ties go", 1)
    assert rules(found(more)) == [("D08", "info")]


def test_sources_in_a_column_of_sources_are_looked_up(found: Found) -> None:
    text = (
        "| where | source |\n|---|---|\n| Leeds, 2020 | Smith, 2020 |\n| Hull | Okafor (2019) |"
        "\n| York | Jones and Hill, 2018 |\n\n"
        "## References\n\nOkafor, C. (2019) A talk.\n"
    )
    missing = [one.message for one in found(text).claims if one.rule == "D04"]
    assert [one.partition("”")[0] for one in missing] == [
        "“Smith, 2020",
        "“Jones and Hill, 2018",
    ]


def test_an_institute_s_report_may_be_cited_by_its_authors(judged: Judged) -> None:
    text = "Children near a Sure Start centre gained {} GCSE grades (Carneiro et al., 2024)."
    assert judged(text.format("0.8")) == [("0.8", "matches")]
    assert judged(text.format("1.8")) == [("1.8", "differs")]


_FROME = (
    "Abel J, Kingston H, Scally A, et al. Reducing emergency hospital admissions: a "
    "population health complex intervention of an enhanced model of primary care and "
    "compassionate communities. Br J Gen Pract. 2018;68(676):e803–10."
)
_PILOTS = (
    "Ministry of Housing, Communities and Local Government (2024). Evaluation of the "
    "Housing First pilots: final synthesis report. London: MHCLG."
)
_FAMILIES = (
    "Ministry of Housing, Communities and Local Government. National evaluation of the "
    "Troubled Families Programme 2015 to 2020: findings. London: MHCLG, 2019."
)


@pytest.mark.parametrize("last", [_PILOTS, _FAMILIES])
def test_a_list_without_a_title_may_end_with_an_organisation(
    found: Found, last: str
) -> None:
    year = "2024" if last == _PILOTS else "2019"
    text = (
        "In Frome, unplanned hospital admissions fell by 14.0% (Abel et al., 2018). The "
        f"ministry has looked at others (MHCLG, {year})."
    )
    result = found(f"{text}\n\n{_FROME}\n\n{last}\n")
    assert rules(result) == []
    assert [one.verdict for one in result.numbers] == ["matches"]
