"""check and refresh on files that are damaged, protected or not to be written: one sentence,
the right status, never a traceback, and nothing lost."""

import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from relcase.reading.package import MEMBERS, PART
from relcase.store import textfile
from relcase.store.settings import find

Run = Callable[..., Any]

COMMANDS = [("check",), ("refresh", "--check"), ("refresh",)]
WAITING = "<!-- relcase: stat ties-survival -->\n"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
PROTECTED = OLD + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An office file with one part exchanged."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return made.getvalue()


def deck() -> bytes:
    made = io.BytesIO()
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "{{relcase:ties-survival}}"
    presentation.save(made)
    return made.getvalue()


def crowded() -> bytes:
    """An archive with more members than a report has."""
    made = io.BytesIO(deck())
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(MEMBERS):
            archive.writestr(f"{number}", b"")
    return made.getvalue()


SLIDE = "ppt/slides/slide1.xml"
BOMB = with_part(deck(), SLIDE, b"<p:sld>relcase:" + b" " * PART)
ENTITIES = with_part(deck(), SLIDE, b'<!DOCTYPE x [<!ENTITY a "relcase:">]><x>&a;</x>')
DEEP = with_part(deck(), SLIDE, b"<x>" * 9000 + b"relcase:" + b"</x>" * 9000)

FILES = [
    ("protected.docx", PROTECTED, "it is protected by a password"),
    ("protected.pptx", PROTECTED, "it is protected by a password"),
    ("old.ppt", OLD, "it is in the format of Office before 2007"),
    ("empty.md", b"", "it is empty"),
    ("empty.pptx", b"", "it is empty"),
    ("empty.pdf", b"", "it is empty"),
    ("words.pptx", b"Words.", "its name says PowerPoint and its content does not"),
    ("words.pdf", b"Words.", "its name says PDF and its content does not"),
    ("noise.md", bytes(range(256)), "it is not text"),
    ("cut.pptx", deck()[:-300], "it is damaged or cut short"),
    ("bomb.pptx", BOMB, "it unpacks to more than a report has"),
    ("crowded.pptx", crowded(), "it unpacks to more than a report has"),
    ("entities.pptx", ENTITIES, "its XML"),
    ("deep.pptx", DEEP, "it"),
    ("missing.md", None, "there is no such file or folder"),
    ("small", None, "it is a folder, not a file"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("name", "data", "why"), FILES, ids=[one[0] for one in FILES])
def test_what_cannot_be_used(
    small: Run,
    desk: Path,
    command: tuple[str, ...],
    name: str,
    data: bytes | None,
    why: str,
) -> None:
    if data is not None:
        (desk / name).write_bytes(data)
    done = small(*command, name)
    assert (done.status, done.stdout) == (3, "")
    assert done.stderr.startswith(f"Cannot read {name}: {why}")
    assert done.stderr.endswith(".\n")
    assert len(done.stderr.splitlines()) == 1
    if data is not None:
        assert (desk / name).read_bytes() == data


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_beyond_the_limit_is_not_read(
    small: Run, desk: Path, command: tuple[str, ...]
) -> None:
    with (desk / "large.md").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert small(*command, "large.md").stderr == (
        "Cannot read large.md: it has 300 MB and the limit is 100 MB; split it in two.\n"
    )


@pytest.mark.system
def test_a_protected_pdf(small: Run, desk: Path) -> None:
    (desk / "a.pdf").write_bytes(protected_pdf())
    done = small("check", "a.pdf")
    assert done.status == 3
    assert done.stderr.startswith("Cannot read a.pdf: it is protected by a password")


def protected_pdf() -> bytes:
    """A page that opens with a password, which nobody has."""
    words = b"41" * 32
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + words + b">/U<" + words + b">>>",
    ]
    made, places = b"%PDF-1.4\n", b""
    for number, part in enumerate(parts, 1):
        places += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    about = b"<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<41><41>]>>"
    table = b"xref\n0 5\n0000000000 65535 f \n" + places
    end = b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (about, len(made))
    return made + table + end


def test_a_broken_file_keeps_nothing_from_the_others(small: Run, desk: Path) -> None:
    (desk / "a.md").write_text(f"Tied people had 1.60 times the odds.\n\n{WAITING}")
    (desk / "b.docx").write_bytes(PROTECTED)
    (desk / "c.md").write_text(WAITING)
    done = small("refresh", "a.md", "b.docx", "c.md", "a.md")
    assert done.status == 3
    assert done.stderr.splitlines() == [
        "Cannot read b.docx: it is protected by a password; save a copy without one.",
        "a.md:3:1: info: ties-survival: filled [F08]",
        "c.md:1:1: info: ties-survival: filled [F08]",
        "2 places changed.",
    ]
    for name in ("a.md", "c.md"):
        assert small("refresh", "--check", name).status == 0
    text = (desk / "a.md").read_text().replace("had 1.50", "had 1.70")
    (desk / "a.md").write_text(text)
    check = small("check", "a.md", "b.docx", "a.md", "c.md")
    assert check.status == 3
    assert check.stdout.count("1.70") == small("check", "a.md").stdout.count("1.70") > 0
    assert "Cannot read b.docx: it is protected" in check.stderr
    assert small("check", "b.docx", "a.md", "-f", "json").stdout.startswith("{")


def piped(desk: Path, words: bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-m",
        "relcase",
        *args,
        "--store",
        "small",
        "--no-builtin",
    ]
    return subprocess.run(
        command, input=words, capture_output=True, check=False, cwd=desk
    )


@pytest.mark.parametrize(
    "words",
    [b"", bytes(99), PROTECTED, b"%PDF-1.4", deck()[:99]],
    ids=["nothing", "zeros", "protected", "pdf", "cut"],
)
@pytest.mark.parametrize("command", ["check", "refresh"])
def test_standard_input_of_any_kind(desk: Path, command: str, words: bytes) -> None:
    done = piped(desk, words, command, "-", "-")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"Cannot read -: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_deck_from_standard_input_to_standard_output(desk: Path) -> None:
    done = piped(desk, deck(), "refresh", "-")
    assert done.returncode == 0
    filled = Presentation(io.BytesIO(done.stdout))
    assert "were 1.50 times" in filled.slides[0].shapes.title.text
    assert piped(desk, done.stdout, "refresh", "--check", "-").returncode == 0


@pytest.mark.parametrize(
    "more", [("-", "-f", "json"), ("a.md", "--diff", "-f", "json")]
)
def test_standard_output_has_room_for_one_thing(
    small: Run, desk: Path, more: tuple[str, ...]
) -> None:
    (desk / "a.md").write_text(WAITING)
    done = small("refresh", *more)
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr.startswith("Standard output is taken: ")


@contextmanager
def as_nobody() -> Iterator[None]:
    """As somebody who may not write everywhere, if it is root who runs the tests."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(
    not hasattr(os, "geteuid"), reason="permissions are of another kind"
)
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o777, 0o444), (0o555, 0o666)])
def test_what_may_not_be_written_stays(
    small: Run, desk: Path, of_folder: int, of_file: int
) -> None:
    (desk / "a.md").write_text(WAITING)
    small("refresh", "--check", "a.md")  # what is imported late is there now
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        shutil.copytree(desk / "small", folder / "small")
        (folder / "a.md").write_text(WAITING)
        (folder / "a.md").chmod(of_file)
        folder.chmod(of_folder)
        patch.chdir(folder)
        patch.setenv("RELCASE_CACHE_DIR", str(folder / "small" / "none"))
        with as_nobody():
            done = small("refresh", "a.md")
        folder.chmod(0o777)
        assert done.status == 3
        assert done.stderr == "Cannot write a.md: permission is refused.\n"
        assert (folder / "a.md").read_text() == WAITING
        assert sorted(os.listdir(folder)) == ["a.md", "small"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid"), reason="permissions are of another kind"
)
def test_settings_of_a_folder_that_is_closed_are_none(desk: Path) -> None:
    (desk / "closed" / "open").mkdir(parents=True)
    (desk / "closed").chmod(0o000)
    try:
        with as_nobody():
            assert find(desk / "closed" / "open") is None
    finally:
        (desk / "closed").chmod(0o755)


def test_a_full_disk_leaves_the_old_file(
    small: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a.pptx").write_bytes(before := deck())

    def half(path: Path, content: bytes) -> None:
        path.write_bytes(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(textfile, "_write", half)
    done = small("refresh", "a.pptx")
    assert done.status == 3
    assert "Cannot write a.pptx: no space left on device.\n" in done.stderr
    assert (desk / "a.pptx").read_bytes() == before
    assert sorted(os.listdir(desk)) == ["a.pptx", "small"]


SIGNS = [
    b"<", b"&", b'"', b"\xff", b"\x00", b"</a:p>", b"<p:sp>", b"relcase: ", b" part=", b"rows=9",
    b'name="relcase: stat ties-survival sum=0123456789ab"', b"{{relcase:lonely-pupils}}", b"r:id",
]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with a few bytes put in, taken out, moved or cut off."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at, some = chance.randrange(len(made)), chance.choice((1, 8, 300))
        match chance.randrange(5):
            case 0:
                made[at : at + chance.choice((0, some))] = chance.choice(SIGNS)
            case 1:
                made[at] = chance.randrange(256)
            case 2:
                del made[at : at + some]
            case 3:
                made[at:at] = made[
                    (other := chance.randrange(len(made))) : other + some
                ]
            case _:
                del made[at + 1 :]
    return bytes(made)


def mutated_part(data: bytes, chance: random.Random) -> bytes:
    """An office file with one of its parts of XML so changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            one
            for one in archive.namelist()
            if one.startswith(
                (
                    "ppt/slides/",
                    "ppt/notesSlides/",
                    "ppt/presentation",
                    "word/doc",
                    "_rels",
                )
            )
        ]
        name = chance.choice(names)
        return with_part(data, name, mutated(archive.read(name), chance))


@pytest.mark.parametrize("kind", ["pptx", "docx", "pdf"])
@given(seed=st.integers(0, 2**32), inside=st.booleans())
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_any_damage(small: Run, desk: Path, kind: str, seed: int, inside: bool) -> None:
    whole, path = desk / f"whole.{kind}", desk / f"a.{kind}"
    if not whole.exists():
        asked = ["slides" if kind == "pptx" else "stats", "ties-survival"]
        asked += [] if kind == "pdf" else ["--marked"]
        assert small(*asked, "--out", whole.name).status == 0
        store = desk / "small" / "evidence.yaml"
        store.write_text(store.read_text().replace("1.50", "1.51"))
    chance = random.Random(seed)
    mutate = mutated_part if inside and kind != "pdf" else mutated
    path.write_bytes(damaged := mutate(whole.read_bytes(), chance))
    for command in COMMANDS:
        done = small(*command, path.name)
        assert done.status in (0, 1, 3)
        if done.status == 3:
            assert len(done.stderr.splitlines()) == 1
            assert path.read_bytes() == damaged
    assert sorted(os.listdir(desk)) == sorted([path.name, whole.name, "small"])
    if path.read_bytes() != damaged:
        assert "changed" not in small("refresh", path.name).stderr
