"""What relcase knows, as frozen values and pure functions of the standard library."""
