"""K01 unreadable bibliography: a part that is not BibTeX, or no file at all.

Nearly always a brace that is never closed, or a comma missing between two fields. The
entry is left out, and with it all that cites it; the entries after it are read. The
bibliography of a store is references.bib beside its evidence.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions,
      journal = {British Journal of General Practice},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K01", "unreadable bibliography", "error")
