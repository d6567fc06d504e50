"""Why one of several means cannot reach the clipboard."""


class Unreachable(Exception):
    """The means cannot be used here; the message is a clause that says why."""
