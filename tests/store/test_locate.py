"""Which files make up a store, and where the cache is."""

import os
import re
import sys
from pathlib import Path

import pytest

from relcase.errors import Unreadable
from relcase.store import locate
from relcase.store.locate import StoreFiles


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()


def test_a_file(tmp_path: Path) -> None:
    touch(tmp_path, "my facts.yaml")
    path = tmp_path / "my facts.yaml"
    assert locate.store(path) == StoreFiles(
        str(path), (path,), tmp_path / "references.bib"
    )


def test_a_folder_with_one_file(tmp_path: Path) -> None:
    touch(tmp_path, "evidence.yaml", "evidence/a.yaml")
    assert locate.store(tmp_path) == StoreFiles(
        str(tmp_path), (tmp_path / "evidence.yaml",), tmp_path / "references.bib"
    )


def test_a_folder_with_several_files(tmp_path: Path) -> None:
    touch(
        tmp_path, "evidence/b.yaml", "evidence/a.yml", "evidence/c.txt", "evidence/.d"
    )
    assert locate.store(tmp_path) == StoreFiles(
        str(tmp_path),
        (tmp_path / "evidence" / "a.yml", tmp_path / "evidence" / "b.yaml"),
        tmp_path / "references.bib",
    )


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "evidence.yaml")
    monkeypatch.chdir(tmp_path)
    assert locate.store(Path()) == StoreFiles(
        ".", (Path("evidence.yaml"),), Path("references.bib")
    )
    assert locate.store(Path("evidence.yaml")) == StoreFiles(
        "evidence.yaml", (Path("evidence.yaml"),), Path("references.bib")
    )


def test_a_folder_that_bears_our_name_is_not_our_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "relcase/evidence.yaml")
    monkeypatch.chdir(tmp_path)
    assert locate.store(Path("relcase")).name != locate.builtin().name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing", "there is no such file or folder"),
        ("evidence/below", "there is no such file or folder"),
        ("a\0b", "there is no such file or folder"),
        ("a" * 300, "file name too long"),
        (".", "it holds neither evidence.yaml nor a folder evidence/ of .yaml files"),
    ],
)
def test_no_store(tmp_path: Path, name: str, why: str) -> None:
    touch(tmp_path, "evidence")
    with pytest.raises(Unreadable, match=f": {re.escape(why)}\\.$"):
        locate.store(tmp_path / name)


def test_a_folder_without_evidence_in_it(tmp_path: Path) -> None:
    touch(tmp_path, "evidence/readme.md")
    with pytest.raises(Unreadable, match="it holds neither"):
        locate.store(tmp_path)


def test_a_folder_that_may_not_be_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(
        Unreadable, match=r"^Cannot read mine: permission is refused\.$"
    ):
        locate.store(Path("mine"))


def test_our_own_store() -> None:
    name, (evidence,), bibliography = locate.builtin()
    assert name == "relcase"
    assert evidence.name == "evidence.yaml"
    assert evidence.is_file()
    assert bibliography == evidence.parent / "references.bib"


def test_our_own_store_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_file", lambda _: False)
    with pytest.raises(Unreadable, match="install relcase again"):
        locate.builtin()


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"RELCASE_CACHE_DIR": "/x", "XDG_CACHE_HOME": "/y"}, "/x"),
        ("linux", {"XDG_CACHE_HOME": "/y"}, "/y/relcase"),
        ("linux", {"XDG_CACHE_HOME": ""}, "/home/ada/.cache/relcase"),
        ("linux", {}, "/home/ada/.cache/relcase"),
        ("darwin", {"XDG_CACHE_HOME": "/y"}, "/home/ada/Library/Caches/relcase"),
        ("win32", {"LOCALAPPDATA": "/z"}, "/z/relcase"),
        ("win32", {}, "/home/ada/AppData/Local/relcase"),
    ],
)
def test_cache_folder(
    platform: str,
    environment: dict[str, str],
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("RELCASE_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (environment | {"HOME": "/home/ada"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert locate.cache_folder() == Path(folder)
