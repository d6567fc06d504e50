"""Evidence on human relationships that can be stood behind: queried, cited, checked."""

__version__ = "0.1.0"
