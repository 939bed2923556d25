from dataclasses import replace

from assistant.citation_export import Reference
from assistant.citation_export.note import note
from index.vocabulary import Span


def test_what_is_told_is_said_and_nothing_else(plain: Reference) -> None:
    assert note(plain) == (
        "القائل: سلمى الراوي (مديرة ميناء السفن)؛ الجهة: ميناء السفن؛ نوع القول: نفي؛ المكان: مؤتمر صحفي؛ "
        "اليوم: 2017-01-19"
    )
    assert note(Reference("نص", "a", Span(0, 2))) == ""
    assert note(replace(plain, speaker="", role="مديرة", organization="", place="", said_on=None)) == "نوع القول: نفي"
