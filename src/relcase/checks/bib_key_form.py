"""K10 ill-formed citation key: a source without a key, or with spaces in it.

Nothing can cite it: keys stand in lists and on command lines. Use small letters, digits
and hyphens; surname and year, like `abel2018`, is the custom here.

Bad:
    @article{abel 2018,
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

RULE = Rule("K10", "ill-formed citation key", "error")
