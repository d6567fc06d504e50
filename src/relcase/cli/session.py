"""The stores and settings a command works with."""

import re
from typing import NamedTuple

from relcase.api.library import Library, open_library
from relcase.cli.options import Output, Stores
from relcase.errors import BadValue
from relcase.store import settings
from relcase.store.settings import Settings
from relcase.store.textfile import LIMIT

_MEGABYTE = 1024 * 1024
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Session(NamedTuple):
    """An open library and the settings in force."""

    library: Library
    settings: Settings

    @property
    def style(self) -> str:
        """The citation style in force."""
        return str(self.settings.style.value)

    @property
    def lang(self) -> str:
        """The language of references in force."""
        return str(self.settings.lang.value)


def settings_for(
    stores: Stores | None = None, output: Output | None = None
) -> Settings:
    """Settings in force here, given the options of a command."""
    options = {
        "stores": tuple(stores.store) if stores and stores.store else None,
        "builtin": stores.builtin if stores else None,
        "style": output.style if output else None,
        "lang": output.lang if output else None,
        "format": output.format if output else None,
    }
    chosen = settings.load(options, settings.here())
    if not _LANG.fullmatch(str(chosen.lang.value)):
        raise BadValue("The language", chosen.lang.value, "it is a tag such as en-GB")
    return chosen


def open_session(stores: Stores | None = None, output: Output | None = None) -> Session:
    """Opens the stores in force; says on standard error what had to be left out."""
    chosen = settings_for(stores, output)
    library = open_library(
        chosen.stores.value,
        builtin=chosen.builtin.value,
        cache=stores.cache if stores else True,
        limit=(stores.max_file_size * _MEGABYTE) if stores else LIMIT,
    )
    if library.left_out:
        from relcase.cli.left_out import tell

        tell(library)
    return Session(library, chosen)
