"""What is in force, and where it came from in words."""

import os
from pathlib import Path
from typing import Any

import pytest

from relcase.errors import BadValue, CouldNot, RelcaseError, Unreadable
from relcase.store import settings
from relcase.store.settings import Setting


def load(
    folder: Path, toml: str = "", environment: Any = None, **options: Any
) -> settings.Settings:
    if toml:
        (folder / "relcase.toml").write_text(toml, encoding="utf-8")
    return settings.load(options, folder, environment or {})


def test_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path) == settings.Settings(
        stores=Setting((), "default"),
        builtin=Setting(True, "default"),
        style=Setting("harvard-cite-them-right", "default"),
        lang=Setting("en-GB", "default"),
        format=Setting(None, "default"),
    )


def test_everything_is_set_in_the_file(tmp_path: Path) -> None:
    toml = """
store = ["mine", "../ours", "/theirs"]
builtin = false
style = "apa"
lang = "de-DE"
format = "html"
"""
    origin = str(tmp_path / "relcase.toml")
    stores = (tmp_path / "mine", tmp_path / "../ours", Path("/theirs"))
    assert load(tmp_path, toml) == settings.Settings(
        stores=Setting(stores, origin),
        builtin=Setting(False, origin),
        style=Setting("apa", origin),
        lang=Setting("de-DE", origin),
        format=Setting("html", origin),
    )


def test_an_option_beats_the_environment_beats_the_file(tmp_path: Path) -> None:
    environment = {"RELCASE_STORE": "env", "RELCASE_STYLE": "vancouver"}
    toml = 'store = "file"\nstyle = "apa"\nbuiltin = true\n'
    option = load(
        tmp_path, toml, environment, stores=(Path("o"),), style="bmj", builtin=False
    )
    assert option.stores == Setting((Path("o"),), "option --store")
    assert option.style == Setting("bmj", "option --style")
    assert option.builtin == Setting(False, "option --builtin")
    variable = load(tmp_path, toml, environment, stores=None, style=None)
    assert variable.stores == Setting((Path("env"),), "RELCASE_STORE")
    assert variable.style == Setting("vancouver", "RELCASE_STYLE")
    file = load(tmp_path, toml, {"RELCASE_STORE": "", "RELCASE_STYLE": ""})
    assert file.stores == Setting((tmp_path / "file",), str(tmp_path / "relcase.toml"))
    assert file.style == Setting("apa", str(tmp_path / "relcase.toml"))


def test_several_stores_in_the_environment(tmp_path: Path) -> None:
    environment = {"RELCASE_STORE": os.pathsep.join(["a", "", "b"])}
    found = load(tmp_path, "", environment)
    assert found.stores.value == (Path("a"), Path("b"))


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Paths in it are meant from where it is, not from where the command runs."""
    (tmp_path / "relcase.toml").write_text('store = "mine"\n')
    below = tmp_path / "project" / "chapter"
    below.mkdir(parents=True)
    assert load(below).stores.value == (tmp_path / "mine",)
    (tmp_path / "project" / "relcase.toml").write_text('store = "yours"\n')
    assert load(below).stores.value == (tmp_path / "project" / "yours",)


def test_a_mark_and_windows_lines_are_accepted(tmp_path: Path) -> None:
    toml = '\ufeffstyle = "apa"\r\n'.encode()
    (tmp_path / "relcase.toml").write_bytes(toml)
    assert load(tmp_path).style.value == "apa"


@pytest.mark.parametrize(
    ("toml", "error", "message"),
    [
        ("style = apa", CouldNot, "{path} is not valid TOML: Invalid value (at line 1, column 9)."),
        ("style", CouldNot, "{path} is not valid TOML: Expected '=' after a key in a key/value pair (at end of document)."),
        ('colour = "red"', BadValue, "A setting in {path} cannot be 'colour': the settings are store, builtin, style, lang, format, ignore."),
        ('stores = "a"', BadValue, "A setting in {path} cannot be 'stores': the settings are store, builtin, style, lang, format, ignore."),
        ("style = 5", BadValue, "style in {path} cannot be '5': it is text in quotation marks."),
        ('builtin = "no"', BadValue, "builtin in {path} cannot be 'no': it is true or false."),
        ("builtin = 0", BadValue, "builtin in {path} cannot be '0': it is true or false."),
        ("store = 5", BadValue, "store in {path} cannot be '5': it is a path or a list of paths."),
        ('store = ["a", 5]', BadValue, "store in {path} cannot be '[\"a\", 5]': it is a path or a list of paths."),
        ('[style]\nname = "apa"', BadValue, "style in {path} cannot be '[style]': it is text in quotation marks."),
        ("style = true", BadValue, "style in {path} cannot be 'true': it is text in quotation marks."),
    ],
)  # fmt: skip
def test_mistake(
    tmp_path: Path, toml: str, error: type[RelcaseError], message: str
) -> None:
    with pytest.raises(error) as caught:
        load(tmp_path, toml)
    assert type(caught.value) is error
    assert str(caught.value) == message.format(path=tmp_path / "relcase.toml")


def test_not_text(tmp_path: Path) -> None:
    (tmp_path / "relcase.toml").write_bytes(b"style = '\xff'")
    with pytest.raises(CouldNot, match="is not valid TOML"):
        load(tmp_path)


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "relcase.toml").mkdir()
    assert settings.find(tmp_path) != tmp_path / "relcase.toml"


def test_a_file_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "relcase.toml").write_text("")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unreadable, match=r"relcase\.toml: permission is refused"):
        load(tmp_path)
