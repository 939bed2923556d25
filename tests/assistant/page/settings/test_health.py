from assistant.page.reader import Reader
from assistant.page.settings.health import verdict
from index.doctor import Finding

WHOLE = Finding("ok", "the catalogue is whole: 3 articles")
NOTE = Finding("warning", "filed and not yet embedded: 1 article", "isnad doctor --repair")
DAMAGE = Finding("error", "the full text is damaged: <b>", "isnad doctor --repair")


def test_sound() -> None:
    shown = verdict([WHOLE], Reader())
    assert "المكتبة سليمة." in shown and "<details>" in shown and "the catalogue is whole" in shown


def test_sound_with_something_to_note() -> None:
    assert "المكتبة سليمة، وعليها ملاحظات&#58; ١" in verdict([WHOLE, NOTE], Reader(digits="arabic"))


def test_damaged_names_the_command_and_opens_the_details() -> None:
    shown = verdict([WHOLE, NOTE, DAMAGE], Reader("en"))
    assert "Something is wrong with the library&#58; 1" in shown and "<details open>" in shown
    assert "<code>isnad doctor --repair</code>" in shown and "<b>" not in shown
