"""K08 unknown type of source: an entry type that BibTeX and biblatex do not have.

The type decides how a reference is printed. Use article, book, incollection, report,
thesis, online, dataset and the like; what fits nowhere is `misc`.

Bad:
    @artikle{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
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

RULE = Rule("K08", "unknown type of source", "warning")
