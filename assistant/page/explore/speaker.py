"""What is known of the one speaker that is chosen, and the forms that put their names right."""

from __future__ import annotations

from assistant.exploring.profile import Profile
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links
from index.people.profile import Role

_SHOWN = 8
_NAMES = 40


def speaker_card(links: Links, found: Profile) -> str:
    """The speaker's name, days, roles, outlets and names."""
    person = found.person
    reader = links.reader
    days = ""
    if found.first and found.last:
        span = wording.FROM_TO, reader.day(found.first), reader.day(found.last)
        text = plain(span[1]) if span[1] == span[2] else links.say(span[0], first=span[1], last=span[2])
        days = f' <span aria-hidden="true">·</span> {text}'
    outlets = "، ".join(one.shown for one in found.spread["outlet"][:_SHOWN])
    stances = "".join(
        "<li>"
        + links.link(
            links.choice.having("stance", [one.key]),
            f"{plain(links.value('stance', one.key, one.shown))} {links.number(one.count)}",
        )
        + "</li>"
        for one in found.spread["stance"][:_SHOWN]
    )
    where = f" · {links.say(wording.IN_OUTLETS)} <bdi>{plain(outlets)}</bdi>" if outlets else ""
    kind = wording.KINDS.get(person.kind)
    return (
        f'<section class="speaker" aria-label="{links.say(wording.ABOUT_SPEAKER)}">'
        f"<h2><bdi>{plain(person.shown)}</bdi> <small>{links.say(kind) if kind else ''}</small></h2>"
        f'<p class="meta">{links.count(person.count)}{days}{where}</p><ul class="inline">{stances}</ul>'
        f"{_roles(links, found.roles)}{_names(links, found)}</section>"
    )


def _roles(links: Links, held: tuple[Role, ...]) -> str:
    if not held:
        return ""
    items = "".join(f"<li><bdi>{plain(_title(role))}</bdi> <small>{_days(links, role)}</small></li>" for role in held)
    head = f"<summary>{links.say(wording.ROLES)} {links.number(len(held))}</summary>"
    return f"<details>{head}<ul>{items}</ul></details>"


def _title(role: Role) -> str:
    if not role.organization or role.organization in role.role:
        return role.role
    return f"{role.role}، {role.organization}" if role.role else role.organization


def _days(links: Links, role: Role) -> str:
    if not role.first or not role.last:
        return ""
    first, last = links.reader.month(role.first), links.reader.month(role.last)
    return plain(first) if first == last else links.say(wording.FROM_TO, first=first, last=last)


def _names(links: Links, found: Profile) -> str:
    person = found.person
    names = "".join(
        f'<li><label><input type="checkbox" name="name" value="{plain(one.spelling)}"'
        f"{' disabled' if len(person.names) < 2 else ''}> <bdi>{plain(one.spelling)}</bdi></label> "
        f"{links.number(one.count)} "
        f"<small>{links.say(wording.NAME_BASIS[one.basis]) if one.key != person.key else ''}</small></li>"
        for one in person.names[:_NAMES]
    )
    split = (
        f'<p class="act"><span>{links.say(wording.SPLIT)}</span> '
        f'<button type="submit">{links.say(wording.SPLIT_DO)}</button></p>'
        if len(person.names) > 1
        else ""
    )
    key = plain(person.key)
    return (
        f'<details class="names" data-keep="names"><summary>{links.say(wording.NAMES)} '
        f"{links.number(len(person.names))} · {links.say(wording.CORRECT)}</summary>"
        f'<form data-decide="split" data-person="{key}"><ul>{names}</ul>{split}</form>'
        f'<form data-decide="merge" data-person="{key}" class="act"><label>{links.say(wording.MERGE)} '
        f'<input name="other" data-people role="combobox" aria-expanded="false" aria-controls="people-found" '
        f'autocomplete="off" dir="auto" '
        f'placeholder="{links.say(wording.TYPE_NAME)}"></label><input type="hidden" name="key">'
        f'<button type="submit">{links.say(wording.MERGE_DO)}</button>'
        f'<ul id="people-found" class="found" hidden></ul></form>'
        f'<form data-decide="rename" data-person="{key}" class="act"><label>{links.say(wording.RENAME)} '
        f'<input name="shown" dir="auto" value="{plain(person.shown)}" required></label>'
        f'<button type="submit">{links.say(wording.RENAME_DO)}</button></form></details>'
    )
