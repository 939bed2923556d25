"""The dialogs of the chat as HTML ``<dialog>`` elements: the browser keeps the focus in them, and Esc closes them.

``talks.js`` opens them by id and reads the field, if there is one; every word in them is written here.
"""

from __future__ import annotations

from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.talks import wording
from assistant.page.text import Text


def dialogs(reader: Reader) -> str:
    """All dialogs of the room."""
    return "".join(
        (
            _dialog(reader, "delete", wording.DELETE_TITLE, wording.DELETE_ASKS, wording.DELETE, subject=True),
            _dialog(reader, "rename", wording.RENAME_TITLE, None, wording.SAVE, field="input"),
            _dialog(reader, "edit", wording.EDIT_TITLE, wording.DROPS_LATER, wording.RETRY, field="textarea"),
            _dialog(reader, "again", wording.AGAIN_TITLE, wording.DROPS_LATER, wording.RETRY),
            _dialog(reader, "right", wording.RIGHT_TITLE, wording.RIGHT_HINT, wording.SEND, field="textarea"),
            _help(reader),
        )
    )


def _dialog(
    reader: Reader, name: str, title: Text, text: Text | None, done: Text, *, field: str = "", subject: bool = False
) -> str:
    said = f'<p class="asks">{plain(reader.say(text))}</p>' if text else ""
    about = '<p class="subject"><bdi></bdi></p>' if subject else ""
    entry = {
        "": "",
        "input": f'<input name="field" maxlength="300" dir="auto" aria-labelledby="{name}-title" autocomplete="off">',
        "textarea": f'<textarea name="field" rows="4" dir="auto" aria-labelledby="{name}-title"></textarea>',
    }[field]
    return (
        f'<dialog id="{name}-dialog" aria-labelledby="{name}-title"><form method="dialog">'
        f'<h2 id="{name}-title">{plain(reader.say(title))}</h2>{about}{entry}{said}<div class="choices">'
        f'<button class="done {name}" value="done">{plain(reader.say(done))}</button>'
        f'<button class="cancel" value="" formnovalidate>{plain(reader.say(wording.CANCEL))}</button>'
        "</div></form></dialog>"
    )


def _help(reader: Reader) -> str:
    rows = "".join(
        f"<div><dt>{' '.join(f'<kbd dir=ltr>{plain(key)}</kbd>' for key in keys.split())}</dt>"
        f"<dd>{plain(reader.say(text))}</dd></div>"
        for keys, text in wording.KEYS
    )
    return (
        f'<dialog id="help-dialog" aria-labelledby="help-title"><form method="dialog"><h2 id="help-title">'
        f'{plain(reader.say(wording.HELP_TITLE))}</h2><dl class="keys">{rows}</dl><div class="choices">'
        f'<button class="cancel" value="" autofocus>{plain(reader.say(wording.CLOSE))}</button></div></form></dialog>'
    )
