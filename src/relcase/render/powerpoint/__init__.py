"""Decks as PowerPoint files: our own design, a template of the user's, an existing deck.

Only this package knows python-pptx and Pillow, and imports them when it is called.
"""
