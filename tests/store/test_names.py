"""Author fields in, CSL names out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.store.names import Name, body_that_would_split, split_names


def person(family: str, given: str = "", **more: str) -> Name:
    roles = {"particle": "non-dropping-particle"}
    name = {"family": family} | ({"given": given} if given else {})
    return name | {roles.get(role, role): text for role, text in more.items()}


def body(literal: str) -> Name:
    return {"literal": literal}


def test_the_list_that_other_tools_get_wrong() -> None:
    raw = (
        r"{Age UK} and de la Cruz, Mar{\'i}a and Smith, John A and {Barnes and Noble}"
        r" and St. John, Jr., Robert and Lee, Min-jun and O'Neill, Patrick"
        r" and {NHS England} and Taylor, Sam"
    )
    assert split_names(raw) == [
        body("Age UK"),
        person("Cruz", "María", particle="de la"),
        person("Smith", "John A"),
        body("Barnes and Noble"),
        person("St. John", "Robert", suffix="Jr."),
        person("Lee", "Min-jun"),
        person("O'Neill", "Patrick"),
        body("NHS England"),
        person("Taylor", "Sam"),
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Julianne Holt-Lunstad", person("Holt-Lunstad", "Julianne")),
        ("Holt-Lunstad, Julianne", person("Holt-Lunstad", "Julianne")),
        ("Ludwig van Beethoven", person("Beethoven", "Ludwig", particle="van")),
        ("van der Berg, Anna", person("Berg", "Anna", particle="van der")),
        ("Anna van der Berg", person("Berg", "Anna", particle="van der")),
        ("{van der Berg}, Anna", person("van der Berg", "Anna")),
        ("De La Cruz, Ana", person("De La Cruz", "Ana")),
        ("d'Artagnan, Charles", person("d'Artagnan", "Charles")),
        ("Martin Luther King Jr.", person("King", "Martin Luther", suffix="Jr.")),
        ("King, Jr., Martin", person("King", "Martin", suffix="Jr.")),
        ("King, Martin, Jr.", person("King", "Martin", suffix="Jr.")),
        ("Smith, III, John", person("Smith", "John", suffix="III")),
        ("Wei Jie Xi", person("Xi", "Wei Jie")),
        ("Smith, J.~A.", person("Smith", "J. A.")),
        (r"{\"O}zg{\"u}r, Ali", person("Özgür", "Ali")),
        (r"\'Emile Zola", person("Zola", "Émile")),
        (r"{\'E}mile {\'d}e Zola", person("Zola", "Émile", particle="d́e")),
        (r"{\relax Ch}arles Darwin", person("Darwin", "Charles")),
        ("Plato", person("Plato")),
        ("Smith,", person("Smith")),
        (", John", person("John")),
        ("Jean-Luc~Picard", person("Picard", "Jean-Luc")),
        ("{Smith Jones}, Ann", person("Smith Jones", "Ann")),
        (
            "{Department for Digital, Culture, Media and Sport}",
            body("Department for Digital, Culture, Media and Sport"),
        ),
        ("{{Age UK}}", body("Age UK")),
        (r"{Marks \& Spencer}", body("Marks & Spencer")),
        (r"{\'Ecole Normale}", body("École Normale")),
        ("{Age} {UK}", person("UK", "Age")),
    ],
)
def test_one_name(raw: str, name: Name) -> None:
    assert split_names(raw) == [name]


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("", []),
        (" and ", []),
        ("{}", []),
        (",", []),
        ("Abel, Julian and others", [person("Abel", "Julian"), body("others")]),
        (
            "Abel, J AND\n  Kingston, H",
            [person("Abel", "J"), person("Kingston", "H")],
        ),
        ("Anderson, A and Sand, B", [person("Anderson", "A"), person("Sand", "B")]),
    ],
)
def test_several_names(raw: str, names: list[Name]) -> None:
    assert split_names(raw) == names


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("Age UK", "Age UK"),
        ("NICE", "NICE"),
        ("Barnes and Noble", "Barnes and Noble"),
        ("Department for Work and Pensions", "Department for Work and Pensions"),
        ("Smith, John and Age UK and Jones, A", "Age UK"),
        ("Office for National Statistics", "Office for National Statistics"),
        ("{Age UK}", None),
        ("{Barnes and Noble} and Smith, John", None),
        ("John Smith and Jane Doe", None),
        ("Tsai and Mares and Rosenheck", None),
        ("Ludwig van Beethoven and others", None),
        ("Plato and others", None),
    ],
)
def test_body_among_people(raw: str, whole: str | None) -> None:
    assert body_that_would_split(raw) == whole


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("Barnes and Noble", "Barnes and Noble"),
        ("{Barnes and Noble}", None),
        ("Age UK", None),
    ],
)
def test_body_in_a_field_for_one(raw: str, whole: str | None) -> None:
    assert body_that_would_split(raw, people=False) == whole


@given(st.text(st.sampled_from("aB {}\\',~-and."), max_size=60))
def test_no_field_is_too_odd(raw: str) -> None:
    for name in split_names(raw):
        assert name
        assert all(name.values())
    body_that_would_split(raw)
