"""K03 missing field of a source: a source that a reference list cannot print whole.

Each type of source has fields without which a reader cannot find the work: an article
its journal, a report its institution, a web page its address, every work a title. Add
the field, or choose the type that the work is of.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
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

RULE = Rule("K03", "missing field of a source", "error")
