"""What the files of the stores are like on disk."""

from pathlib import Path

import pytest

from relcase.store.file_state import content_hash, fingerprint, states
from relcase.store.locate import StoreFiles


@pytest.fixture
def files(tmp_path: Path) -> StoreFiles:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(name * 2)
    paths = (tmp_path / "a.yaml", tmp_path / "b.yaml")
    return StoreFiles("mine", paths, tmp_path / "references.bib")


def test_states(files: StoreFiles) -> None:
    """The bibliography first; a file that is not there has the size -1."""
    other = files._replace(name="other", evidence=files.evidence[:1])
    assert [
        (one.rank, one.store, one.path.name, one.kind, one.size, one.mtime > 0)
        for one in states([files, other])
    ] == [
        (0, "mine", "references.bib", "bib", -1, False),
        (0, "mine", "a.yaml", "yaml", 12, True),
        (0, "mine", "b.yaml", "yaml", 12, True),
        (1, "other", "references.bib", "bib", -1, False),
        (1, "other", "a.yaml", "yaml", 12, True),
    ]


def test_fingerprint(
    files: StoreFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Says which files, whatever they hold and from wherever they are named."""
    before = list(states([files]))
    files.evidence[0].write_text("longer than before")
    assert fingerprint(before) == fingerprint(list(states([files])))
    assert fingerprint(before) != fingerprint(before[:2])
    assert fingerprint(before) != fingerprint(before[::-1])
    assert fingerprint(before) != fingerprint(
        [one._replace(store="other") for one in before]
    )
    monkeypatch.chdir(tmp_path)
    assert fingerprint(before) == fingerprint(
        [one._replace(path=Path(one.path.name)) for one in before]
    )


def test_content_hash(files: StoreFiles, tmp_path: Path) -> None:
    one, two = map(content_hash, files.evidence)
    assert (len(one), one == two) == (64, False)
    assert content_hash(tmp_path / "missing") == ""
    assert content_hash(tmp_path) == ""
