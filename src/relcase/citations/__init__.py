"""Citation styles, and references formatted in them."""
