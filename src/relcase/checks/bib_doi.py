"""K07 ill-formed DOI: a DOI that is not `10.`, a number, a slash and a name.

The DOI is what keeps a citation findable when addresses change, and links are made from
it. Give the DOI alone, without resolver address, and in full.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      doi = {doi-bjgp18X699437},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      doi = {10.3399/bjgp18X699437},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K07", "ill-formed DOI", "error")
