"""What can be wrong with a sentence about a study, by rule.

``said.problems`` names these. They are stated here once; ``relcase store rules`` and
the manual show them.
"""

WORDING_RULES = {
    "M01": "The direction is not that of the figure: better for worse, more for less.",
    "M02": "Odds are spoken as a chance, a risk or a likelihood.",
    "M03": "An absolute number is given, and no baseline that it could come from.",
    "M04": "The multiple is impossible: it would need a risk above 100%.",
    "M05": "The outcome is turned round: survived for died.",
    "M06": "The verb claims a cause that the design cannot show.",
    "M07": "“Up to” or “as much as” stands for one extreme and not the typical value.",
    "M08": "A number is not in the record.",
    "M09": "The comparator, the place or the scope is not the study's.",
    "M10": "The time is not the study's follow-up: a year for the whole of it.",
    "M11": "“More than” or “over” stands before what is the estimate itself.",
    "M12": "One group of people is picked out, and it is not said.",
    "M13": "“Studies show”, “consistently” or “proven” claims more studies or certainty.",
    "M14": "A link between areas is told of persons.",
    "M15": "“Significant” or “no effect” stands for what a number or an interval should say.",
    "M16": "Only a relative figure is given, and an absolute one is not to be had.",
    "M17": "A saving is claimed that nobody could take out of a budget.",
    "R02": "The certainty given is not the computed one.",
    "A06": "A change is given without what it was before and after.",
    "A07": "Percent and percentage points are confused.",
    "A09": "Studies are counted, and how large their findings are is not said.",
    "C03": "Other figures for the same thing are in circulation or in the source.",
    "L04": "Evidence to the contrary is left out.",
    "P01": "The source is not where the number comes from.",
    "P03": "Nothing but the news or a website stands behind the figure.",
    "S04": "There is no figure behind the claim.",
}
"""Id and what is wrong, as ``said.problems`` uses them."""
