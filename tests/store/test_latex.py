"""LaTeX in, letters out; and nothing lost on the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.store.latex import Decoded, decode, decode_title, links, verbatim

PLAIN = [
    # What other decoders lose
    (r"{\pounds}3.5m", "£3.5m"),
    (r"\pounds 3.5m", "£3.5m"),
    (r"\pounds3.5m", "£3.5m"),
    (r"\euro{}5", "€5"),
    (r"\EUR{5}", "€5"),
    (r"\copyright{} 2020", "© 2020"),
    ("50% of people", "50% of people"),
    (r"\url{https://a.b/c_d%20e}", "https://a.b/c_d%20e"),
    (r"\href{https://a}{text}", "text"),
    (r"$\geq$ 10", "≥ 10"),
    (r"$\sim$5", "~5"),
    (r"$<$5", "<5"),
    (r"H$_2$O", "H₂O"),
    (r"\textsterling 5", "£5"),
    (r"\texteuro{} 5", "€ 5"),
    (r"Marks \& Spencer", "Marks & Spencer"),
    (r"5\%", "5%"),
    (r"\L{}\'od\'z", "Łódź"),
    # Accents
    (r"{\'e}", "é"),
    (r"{\'{e}}", "é"),
    (r"\'e", "é"),
    (r"\' e", "é"),
    (r"\`a \^o \"u \~n \=a \.z", "à ô ü ñ ā ż"),
    (
        r"\c{c} \c c \v{s} \v s \u{g} \H{o} \r{a} \k{a} \d{s} \b{b}",
        "ç ç š š ğ ő å ą ṣ ḇ",
    ),
    (r"\'{\i} \'\i{} \"{\i} \v{\j}", "í í ï ǰ"),
    (r"\'{\^e}", "ế"),
    (r"\t{oo}", "o͡o"),
    (r"M{\"u}ller, {\AA}se, Fa{\c c}ade", "Müller, Åse, Façade"),
    (r"\o \O \l \aa \ae \OE \ss \th \dh", "øØłåæŒßþð"),
    (r"{\o}re and {\ss}", "øre and ß"),
    (r"\~{}x \^{}y", "~x ^y"),
    # Escapes and signs
    (r"\# \_ \$ \{ \}", "# _ $ { }"),
    (r"\textasciitilde{}a \textbackslash{}b", r"~a \b"),
    (r"a\slash b", "a/b"),
    (r"co\-operate", "cooperate"),
    (r"shelf\/ful", "shelfful"),
    (r"one\\two", "one two"),
    (r"10\,000", "10\u202f000"),
    (r"Dr~Smith", "Dr\u00a0Smith"),
    (r"Acme\textregistered{} and \texttrademark", "Acme® and ™"),
    (r"20\textdegree C, \S 3, \dag, \P", "20°C, §3, †, ¶"),
    (r"\alpha{} and $\chi^2$", "α and χ²"),
    # Dashes, dots and quotation marks
    ("1--2 --- so", "1–2 — so"),
    (r"\textendash{}\textemdash{}", "–—"),
    (r"wait\ldots{} what", "wait… what"),
    ("``double'' and `single'", "“double” and ‘single’"),
    ("```both' of them''", "“‘both’ of them”"),
    ("O'Neill's and the nurses' view", "O'Neill's and the nurses' view"),
    ("`it's'", "‘it's’"),
    (r"\enquote{said}", "“said”"),
    # Mathematics
    (r"$p < 0.05$, $n=12$", "p < 0.05, n=12"),
    (r"$10^{-3}$", "10⁻³"),
    (r"20$^\circ$C", "20°C"),
    (r"$x_{ij}$", "xij"),
    (r"$\frac{1}{2}$", "1/2"),
    (r"$\pm$3 $\times$ 4 $\approx$ 12", "±3 × 4 ≈ 12"),
    (r"\(x \leq 10\)", "x ≤ 10"),
    ("$-5$", "−5"),
    # Money is no mathematics
    ("from $5m to $7m", "from $5m to $7m"),
    ("$5-$6", "$5-$6"),
    ("cost $5", "cost $5"),
    # Styles, which plain text has not
    (r"\emph{very} \textbf{so} {\em much}", "very so much"),
    (r"the 1\textsuperscript{st}", "the 1st"),
    (r"CO\textsubscript{2} and m\textsuperscript{2}", "CO₂ and m²"),
    (r"\MakeUppercase{nhs} \mbox{UK}", "NHS UK"),
    # Braces
    ("{Age UK} {NHS}", "Age UK NHS"),
    ("{{A}{B}}", "AB"),
    ("{unclosed", "{unclosed"),
    ("un}opened", "un}opened"),
    # Space
    ("one\n   two\t three ", "one two three"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "printed"), PLAIN)
def test_decode(written: str, printed: str) -> None:
    assert decode(written).text == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\emph{Homo sapiens} in {\it vivo}", "<i>Homo sapiens</i> in <i>vivo</i>"),
        (r"H$_2$O and m$^2$", "H<sub>2</sub>O and m<sup>2</sup>"),
        (r"\textbf{b}", "<b>b</b>"),
        (r"\textsc{sc}", '<span style="font-variant:small-caps;">sc</span>'),
        # Fixed case is marked only where a style that capitalises would do harm.
        ("The {NHS} in {Great Yarmouth}", "The NHS in Great Yarmouth"),
        ("Use of {iPhone}s", 'Use of <span class="nocase">iPhone</span>s'),
        ("{The Big lunch}", '<span class="nocase">The Big lunch</span>'),
        ("{The {Big} lunch}", '<span class="nocase">The Big lunch</span>'),
        (r"Caf{\'e} culture", "Café culture"),
        ("The {E}ffect", "The Effect"),
    ],
)
def test_decode_title(written: str, printed: str) -> None:
    assert decode_title(written).text == printed


@pytest.mark.parametrize(
    ("written", "decoded"),
    [
        (r"a \foo{b} c", Decoded(r"a \foo{b} c", ((r"\foo", 2),))),
        (r"a \foo[x]{b}{\'e}", Decoded(r"a \foo[x]bé", ((r"\foo", 2),))),
        ("5% of 10%", Decoded("5% of 10%", (), (1, 8))),
        ("end\\", Decoded("end\\", (("\\", 3),))),
        (r"\'5", Decoded(r"\'5", ((r"\'", 0),))),
        (r"\(open", Decoded(r"\(open", ((r"\(", 0),))),
    ],
)
def test_what_is_not_understood_is_kept_and_reported(
    written: str, decoded: Decoded
) -> None:
    assert decode(written) == decoded


def test_links() -> None:
    text = r"see \url{https://a.b/c_d} and \href{https://e.f/\%20}{there}"
    assert links(text) == ["https://a.b/c_d", "https://e.f/%20"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.b/c%20d?x=1&y=2#z", "https://a.b/c%20d?x=1&y=2#z"),
        (r"https://a.b/c\_d\%20\&e", "https://a.b/c_d%20&e"),
        (r"https://a.b/{\_}x", "https://a.b/_x"),
        (r"\url{https://a.b/~c}", "https://a.b/~c"),
        (r"https://a.b/\~{}c", "https://a.b/~c"),
        ("https://a.b/long\n   er", "https://a.b/longer"),
        ("{10.1000/x_1}", "10.1000/x_1"),
    ],
)
def test_verbatim(written: str, address: str) -> None:
    assert verbatim(written) == address


def _without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(st.text(st.characters(exclude_characters="\\{}$~-`'^_?!")))
def test_text_without_markup_is_not_touched(text: str) -> None:
    assert _without_space(decode(text).text) == _without_space(text)
    assert _without_space(decode_title(text).text) == _without_space(text)


@given(st.text(st.sampled_from("ab1 é£%&#\\{}$~-`'^_?!\"\n")))
def test_letters_and_figures_are_never_lost(text: str) -> None:
    letters = re.sub(r"\\[a-z]+", "", text)
    kept = [character for character in letters if character in "1£%&#"]
    decoded = decode(text).text.translate({ord("¹"): "1", ord("₁"): "1"})
    assert [character for character in decoded if character in "1£%&#"] == kept


@given(st.text(st.sampled_from("a {}\\$'em^_"), max_size=80))
def test_no_letter_is_lost_in_any_mark_up(text: str) -> None:
    for made in (decode(text), decode_title(text)):
        shown = re.sub(r"</?[a-z]+[^>]*>", "", made.text)
        assert shown.count("a") >= text.count("a") - text.count("\\a")


def test_a_hostile_text_takes_no_time() -> None:
    for before, after in (("{", "}"), ("$", ""), ("{", ""), ("`", "")):
        text = before * 20_000 + "word" + after * 20_000
        assert "word" in decode_title(text).text
