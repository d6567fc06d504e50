"""Empty slides and empty pages of notes.

python-pptx makes the first of each layout; the others are copies of it. It would look for
every placeholder, and for a free name among all parts, at each one anew, which takes
longer than everything else that is done to a slide.
"""

from copy import deepcopy
from typing import Any

_NOTES = "/ppt/notesSlides/notesSlide"


class Blanks:
    """Adds empty slides to the end of one presentation."""

    def __init__(self, presentation: Any) -> None:
        self.presentation = presentation
        self._slides: dict[str, Any] = {}
        self._page: Any = None
        self._names: set[str] = set()

    def slide(self, layout: Any) -> Any:
        """A slide with the placeholders of a layout."""
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from pptx.parts.slide import SlidePart

        slides, name = self.presentation.slides, str(layout.part.partname)
        if name not in self._slides:
            made = slides.add_slide(layout)
            self._slides[name] = deepcopy(made._element)
            return made
        main, element = self.presentation.part, deepcopy(self._slides[name])
        part = SlidePart(
            main._next_slide_partname, CONTENT_TYPE.PML_SLIDE, main.package, element
        )
        part.relate_to(layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        slides._sldIdLst.add_sldId(main.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        return part.slide

    def notes(self, slide: Any) -> Any:
        """The page of notes of a slide that has none yet."""
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from pptx.parts.slide import NotesSlidePart

        package = self.presentation.part.package
        if self._page is None:
            made = slide.notes_slide
            self._page = deepcopy(made._element)
            names = (str(one.partname) for one in package.iter_parts())
            self._names = {one for one in names if one.startswith(_NOTES)}
            return made
        part = NotesSlidePart(
            self._free_name(),
            CONTENT_TYPE.PML_NOTES_SLIDE,
            package,
            deepcopy(self._page),
        )
        master = self.presentation.part.notes_master_part
        part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
        slide.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return part.notes_slide

    def _free_name(self) -> Any:
        from pptx.opc.packuri import PackURI

        number = len(self._names) + 1
        while f"{_NOTES}{number}.xml" in self._names:
            number -= 1
        self._names.add(f"{_NOTES}{number}.xml")
        return PackURI(f"{_NOTES}{number}.xml")
