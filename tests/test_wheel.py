"""The wheel holds all it needs: the main job, installed alone, in another folder."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(out))
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (made,) = out.glob("relcase-*.whl")
    return made


def test_it_holds_the_data_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert "relcase/data/evidence.yaml" in names
    assert "relcase/data/references.bib" in names
    assert "relcase/py.typed" in names
    assert not [name for name in names if "test" in name]


@pytest.mark.system
def test_it_does_the_main_job_without_development_dependencies(
    wheel: Path, tmp_path: Path
) -> None:
    """Needs the package index, for what relcase itself depends on."""
    place = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    program = place / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(program / "python"), "-m", "pip", "install", "-q"]
    subprocess.run([*pip, str(wheel)], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    command = [str(program / "relcase"), "stats", "--sector", "health"]
    listed = subprocess.run(
        [*command, "-f", "json"], cwd=elsewhere, check=True, capture_output=True
    )
    pasted = subprocess.run(
        [*command, "-n", "1", "--style", "apa"],
        cwd=elsewhere,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    installed = subprocess.run(
        [*pip[:3], "list", "--format=freeze"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert len(json.loads(listed.stdout)["entries"]) >= 60
    assert "(Holt-Lunstad et al., 2010)" in pasted.stdout
    assert not {"pytest", "ruff", "mypy"} & {
        line.partition("==")[0] for line in installed.stdout.splitlines()
    }
