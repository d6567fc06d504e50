"""An entry that comes back from the index is the very one that was loaded."""

import pytest

from relcase import api
from relcase.api import Library
from relcase.domain.corpus import Corpus
from relcase.errors import UnknownName
from relcase.store import load


def test_every_entry_of_our_own_store(corpus: Corpus) -> None:
    library = api.open_library()
    assert corpus.placed
    for placed in corpus.placed:
        assert library.entry(placed.entry.id) == placed.entry


def test_every_field(library: Library) -> None:
    """
    statistics:
      - id: full
        text: Words.
        status: withdrawn
        review_by: 2028-01-01
        see_also: [{key: ageuk, relation: lineage, note: x}]
        exposure: ties
        place: Frome
        countries: [GB]
        design_note: x
        sample: {participants: 1, studies: 3, studies_positive: 2}
        figures:
          - label: odds
            measure: odds_ratio
            estimate: "1.50"
            low: "1.42"
            high: "1.59"
            level: "95"
            p: "<0.001"
            unit: x
            group: x
            reference_group: x
            reference_value: "0.20"
            denominator: "12"
            baseline: {risk: "0.20", group: x, source: ageuk, assumed: true}
            outcome: x
            polarity: bad
            role: context
            derived: x
            note: x
        heterogeneity: x
        risk_of_bias: some
        publication_bias: suspected
        adjusted_for: [age, sex]
        do_not_say: [x]
        no_figure:
        said:
          - {source: ageuk, words: x, verbatim: true, problems: [{rule: M02, message: x}], better: x}
          - {source: null, words: x, verbatim: false, problems: [], better: x}
    """
    stored = load.load_store(library.stores[0]).files[0].placed
    assert library.entry("full") == stored[0].entry


def test_no_such_entry(library: Library) -> None:
    """
    stories: [{id: trust-2024}]
    """
    with pytest.raises(UnknownName) as caught:
        library.entry("trust-2042")
    assert str(caught.value) == (
        "There is no entry 'trust-2042'. Did you mean 'trust-2024'? "
        "To see them all: relcase search WORDS"
    )
