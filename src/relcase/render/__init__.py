"""Content trees to text, one module a format."""

from collections.abc import Callable
from importlib import import_module

from relcase.domain.content import Document


def renderer(name: str) -> Callable[[Document], str]:
    """The function that writes a document in a format."""
    render: Callable[[Document], str] = import_module(f"relcase.render.{name}").render
    return render
