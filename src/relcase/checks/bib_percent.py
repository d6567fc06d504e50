r"""K05 bare per cent sign: a % that LaTeX takes for the start of a comment.

relcase reads it as a per cent sign, but LaTeX drops the rest of the line. Write `\%`.
In addresses (`url`, `doi`) it stays as it is.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Admissions down by 14%},
      journal = {British Journal of General Practice},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Admissions down by 14\%},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K05", "bare per cent sign", "warning")
