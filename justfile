set shell := ["bash", "-euo", "pipefail", "-c"]

# The tools of the environment in .venv come first.
export PATH := justfile_directory() / ".venv/bin:" + env_var("PATH")

# List the verbs.
default:
    @just --list

# Format the code and mend what can be mended.
fix:
    ruff check --fix .
    ruff format .

# Run the linters, the type checker and the import contracts.
lint:
    .ci/run lint

# Run every test that needs Python alone.
test *arguments:
    pytest -n auto {{ arguments }}

# Bring the generated parts of the manual up to date.
docs:
    python docs/_generate.py

# Check our own evidence.
data:
    relcase store check data
    pytest tests/data

# Do all that the build does, from an empty environment.
check:
    .ci/run

# Measure every budget and print the table.
bench *arguments:
    python benchmarks/run.py {{ arguments }}

# Check everything and build the packages of a release.
release: check
    test -z "$(git status --porcelain)"
    rm -rf dist
    python -m build
    ls dist
