"""The first letter of a sentence."""


def capital(text: str) -> str:
    """The same with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The same to go on a sentence with; an abbreviation keeps its capitals."""
    second = text[1:2]
    return text[:1].lower() + text[1:] if second.islower() or second == " " else text
