"""How much words and figures must tell of an entry, by what else leads to it.

A weight is the summed weight of the words that a sentence shares with an entry, a share
their part of all its words that carry meaning, by weight.
"""

from relcase.domain.report.attribution import reaching

CITED, CITED_SHARE = 3.0, 0.2
NEAR, NEAR_SHARE = 8.0, 0.27
NEAR_FIGURED = 5.0
"""What the figures weigh at least that tell an entry whose source is cited near it."""
NEARLY, NEARLY_SHARE, SOME_SHARE = 5.0, 0.7, 0.5
"""The same of a short sentence with a number, whose source is cited near it; and the
share of one with a number of the entry."""
ALONE, ALONE_SHARE = 24.0, 0.56
ALL, ALL_SHARE = 16.0, 0.9
NAMED, NAMED_SHARE = 13.0, 0.4
PLACED, PLACED_SHARE = 8.5, 0.55
FIGURED, FIGURED_SHARE = reaching.FIGURED, 0.5
"""The least weight of the shared words, and their least share of the sentence: where the
source is cited in it; cited near it; where nothing else tells, and where hardly a word
is strange to the entry; where a name or a count does; where a name does that hardly
another entry has; where a figure does."""
TOGETHER = 10.5
"""What words and figures weigh at least, where figures tell."""
LEAST = min(NAMED, ALONE)
"""The least weight with which words alone can tell."""
LEAST_SHARE = min(NAMED_SHARE, ALONE_SHARE, ALL_SHARE, PLACED_SHARE, FIGURED_SHARE)
"""The least share with which words can tell, with a figure or a name among them."""
ROUGHLY = 0.5 * FIGURED_SHARE
"""The same of a sentence of which no more than half claims nothing."""
