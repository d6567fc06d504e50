"""Y05 not UTF-8: a file with bytes that are not UTF-8 text.

Letters outside plain English then come out wrong: an old Windows file has one byte for
an accented letter where UTF-8 has two. Save the file as UTF-8 (in most editors: Save
as, Encoding, UTF-8); a byte order mark does no harm. In the example `<E9>` stands for
the one byte.

Bad:
    statistics:
      - headline: The Caf<E9> was open to all.
Good:
    statistics:
      - headline: The Café was open to all.
"""

from relcase.domain.problem import Rule

RULE = Rule("Y05", "not UTF-8", "error")
