"""The generated parts of the manual are what would be generated now."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_generated_parts_are_current(tmp_path: Path) -> None:
    """To mend it: ``python docs/_generate.py``, and look at what has changed."""
    done = subprocess.run(
        [sys.executable, "docs/_generate.py", "--check"],
        cwd=ROOT,
        env=os.environ | {"RELCASE_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
