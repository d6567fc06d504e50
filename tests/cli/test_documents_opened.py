"""Files opened by the programs they are for: an office, a browser, LaTeX, a checker."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
pytestmark = pytest.mark.system

LISTINGS = {
    "statistics": ("stats", "--sector", "health"),
    "quotes": ("quotes", "--citations", "footnotes"),
    "card": ("show", "frome-emergency-admissions", "uk-family-visits-39-percent-odds"),
    "audit": ("audit",),
    "references": ("refs", "--sector", "housing"),
}


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The accessibility checker, fetched for these tests alone."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm") or "npm"
    command = [npm, "install", "--silent", "--prefix", str(folder), "axe-core@4.10"]
    subprocess.run(command, check=True, timeout=300)
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def written(run: Run, desk: Path, listing: str, ending: str) -> Path:
    path = desk / f"{listing}.{ending}"
    assert run(*LISTINGS[listing], "--out", str(path)).status == 0
    return path


def words_of(pdf: Path) -> str:
    command = ["pdftotext", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_an_office_opens_every_listing(run: Run, desk: Path, ending: str) -> None:
    made = [written(run, desk, listing, ending) for listing in LISTINGS]
    done = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{desk}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(desk), *map(str, made)),
        ],
        capture_output=True,
        timeout=300,
        check=True,
        text=True,
    )
    assert "rror" not in done.stdout
    for path in made:
        pages = words_of(path.with_suffix(".pdf"))
        assert re.search(r"\b1 ?/ ?\d+\b", pages)
    assert words_of(desk / "statistics.pdf").startswith("Statistics: health ")
    assert words_of(desk / "references.pdf").startswith(
        "References Baxter, A.J. et al."
    )
    assert "What the study does not say" in words_of(desk / "audit.pdf")


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_pdf_has_the_words_in_order(run: Run, desk: Path, listing: str) -> None:
    pdf = written(run, desk, listing, "pdf")
    info = subprocess.run(
        ["pdfinfo", str(pdf)], capture_output=True, check=True, text=True
    )
    assert re.search(r"Tagged: +yes", info.stdout)
    assert re.search(r"Page size: .*A4", info.stdout)
    title = re.search(r"Title: +(.+)", info.stdout)
    assert title
    assert words_of(pdf).startswith(title[1].strip())


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_page_has_no_accessibility_fault(
    run: Run, desk: Path, axe: str, listing: str
) -> None:
    page = written(run, desk, listing, "html")
    assert faults(page, axe, desk) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("has_script", [False, True])
def test_a_deck_has_no_accessibility_fault(
    run: Run, desk: Path, axe: str, theme: str, has_script: bool
) -> None:
    """Without its script all slides stand under each other, here with their notes."""
    page = desk / "deck.html"
    asked = ("slides", "--kind", "all", "--sector", "health", "--theme", theme)
    assert run(*asked, "--out", str(page)).status == 0
    text = page.read_text(encoding="utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    if not has_script:
        text = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
        text = text.replace(f'class="{theme}"', f'class="{theme} with-notes"')
        assert f'class="{theme} with-notes"' in text
    page.write_text(text, encoding="utf-8")
    assert faults(page, axe, desk) == []


def faults(page: Path, axe: str, folder: Path) -> list[str]:
    """What axe finds in a page, in a browser that shows it."""
    runner = (
        f"<script>{axe}</script><script>axe.run().then(found => {{"
        "const told = found.violations.map(one => one.id + ': ' + one.nodes[0].html);"
        "document.body.innerHTML = '';"
        "document.body.setAttribute('data-told', JSON.stringify(told));"
        "})</script>"
    )
    checked = folder / "checked.html"
    text = page.read_text(encoding="utf-8").replace("</body>", f"{runner}</body>")
    checked.write_text(text, encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={folder}/browser", "--virtual-time-budget=60000"]
    command += ["--window-size=390,800", "--dump-dom", f"file://{checked}"]
    done = subprocess.run(
        command, capture_output=True, timeout=180, check=True, encoding="utf-8"
    )
    told = re.search(r'data-told="([^"]*)"', done.stdout)
    assert told, done.stderr[-500:]
    return list(json.loads(told[1].replace("&quot;", '"')))


def test_the_checker_finds_faults(desk: Path, axe: str) -> None:
    """Without this, a checker that does not run would find nothing."""
    page = desk / "bad.html"
    page.write_text("<html><body><img src='x.png'><h4>Low</h4></body></html>")
    found = " ".join(faults(page, axe, desk))
    for rule in ("html-has-lang", "image-alt", "document-title"):
        assert rule in found


@pytest.mark.parametrize("listing", LISTINGS)
def test_latex_compiles(run: Run, desk: Path, listing: str) -> None:
    path = written(run, desk, listing, "tex")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", path.name]
    done = subprocess.run(
        command, cwd=desk, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout[-800:].decode(errors="replace")
    assert path.with_suffix(".pdf").is_file()
