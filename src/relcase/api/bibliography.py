"""A bibliography by itself, without a store."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from relcase.api.formatting import formatted
from relcase.domain.formatted import Formatted
from relcase.domain.reference import Reference
from relcase.store import locate, textfile
from relcase.store.decoding import decode
from relcase.store.reference_cache import Request


class Bibliography:
    """A .bib file by itself, without a store."""

    def __init__(self, path: Path, *, cache: bool = True) -> None:
        from relcase.store import bibtex_text

        text, problems = decode(textfile.read_bytes(path, textfile.LIMIT), str(path))
        self.known, more = bibtex_text.parse(text, str(path))
        self.problems = [*problems, *more]
        self.files = [path]
        self.folder = locate.cache_folder() if cache else None

    def names(self, what: str) -> list[str]:
        """Its citation keys."""
        return list(self.known) if what == "keys" else []

    def sources(self, keys: Sequence[str] | None = None) -> list[Reference]:
        """The entries of these keys, or all."""
        wanted = list(self.known) if keys is None else keys
        return [self.known[key] for key in wanted if key in self.known]

    def references(
        self, keys: Sequence[str], style: str, lang: str, *, in_text: bool = True
    ) -> Formatted:
        """In-text citations and the reference list of some entries in a style."""
        items = [reference.csl for reference in self.sources(keys)]
        texts = (json.dumps(item, sort_keys=True) for item in items)
        hashes = tuple(
            f"{item['id']}={sha256(text.encode()).hexdigest()[:16]}"
            for item, text in zip(items, texts, strict=True)
        )
        request = Request(style, lang, in_text, hashes)
        return formatted(self.folder, request, lambda: items)
