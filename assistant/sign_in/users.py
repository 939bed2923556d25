"""Who may enter: a file of users, with their passwords and their programs' tokens as hashes only.

Passwords are hashed with Argon2id (RFC 9106). A token is 256 random bits, which nobody guesses: one round of SHA-256
keeps it, so that a program pays nothing for it at each request.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import logging
import os
import secrets
import stat
import threading
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

LEAST: Final = 15
"""Characters of a password: what NIST SP 800-63B-4 asks of one that nothing else supports."""
_MOST: Final = 1024
_HEAD: Final = (
    "Who may enter. Made by isnad user: passwords and tokens stand here as hashes only, `key` signs sessions."
)
_log = logging.getLogger(__name__)


class UsersError(Exception):
    """A file of users that cannot be used as asked; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Token:
    """A program's token, without its secret: `id` is the part of it that names it."""

    id: str
    hash: str
    label: str
    made: str


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may enter; `password` is an Argon2 hash."""

    name: str
    password: str
    since: str
    tokens: tuple[Token, ...] = ()

    @property
    def stamp(self) -> str:
        """What a session carries of the password: a new password ends the sessions of the old one."""
        return hashlib.sha256(self.password.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Roll:
    """What the file holds."""

    key: str = ""
    users: dict[str, User] = field(default_factory=dict)


def users_path(store_path: Path) -> Path:
    """The file that ISNAD_USERS names, else ``users.toml`` in the folder of the store."""
    named = os.environ.get("ISNAD_USERS")
    return Path(named).expanduser() if named else store_path / "users.toml"


class Users:
    """The users in the file `path`, read anew when it changes; threads and processes may share it.

    A file that is not there has no users. Every method raises UsersError if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._roll = _Roll()
        self._seen: tuple[int, ...] | None = None
        self._reading = threading.Lock()

    @property
    def key(self) -> str:
        """The secret that signs sessions."""
        return self._now().key

    def names(self) -> list[str]:
        """Everybody's name."""
        return sorted(self._now().users)

    def user(self, name: str) -> User | None:
        """The user of that name, None if there is none."""
        return self._now().users.get(_folded(name))

    def check(self, name: str, password: str) -> bool:
        """Whether that is this user's password. A name that is nobody's takes as long."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        user, hasher = self.user(name), PasswordHasher()
        try:
            right = hasher.verify(user.password if user else _nobodys_hash(), _normal(password)[:_MOST])
        except (VerificationError, InvalidHashError):
            return False
        return right and user is not None

    def owner(self, token: str) -> str | None:
        """Whose token that is, None if nobody's."""
        given = hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
        for user in self._now().users.values():
            for known in user.tokens:
                if hmac.compare_digest(known.hash, given):
                    return user.name
        return None

    def add(self, name: str, password: str) -> bool:
        """Let `name` enter with `password`; False if they could already, and now have a new one.

        Raises UsersError for a name or password that will not do.
        """
        from argon2 import PasswordHasher

        name, password = _fit(name), _normal(password)
        if not LEAST <= len(password) <= _MOST:
            raise UsersError(
                f"a password has {LEAST} to {_MOST:,} characters, and this one {len(password):,}: "
                "a sentence of a few words will do"
            )
        hashed = PasswordHasher().hash(password)
        with self._change() as users:
            known = users.get(name)
            users[name] = replace(known, password=hashed) if known else User(name, hashed, _today())
        return known is None

    def remove(self, name: str) -> None:
        """Let `name` enter no more, nor any program with their tokens. Raises UsersError if they could not."""
        with self._change() as users:
            del users[self._named(users, name)]

    def new_token(self, name: str, label: str = "") -> str:
        """A token with which a program enters as `name`. It is shown this once: the file keeps its hash.

        Raises UsersError if there is no such user.
        """
        id_ = secrets.token_hex(4)
        token = f"isnad_{id_}_{secrets.token_urlsafe(32)}"
        made = Token(id_, hashlib.sha256(token.encode()).hexdigest(), " ".join(label.split())[:100], _today())
        with self._change() as users:
            name = self._named(users, name)
            users[name] = replace(users[name], tokens=(*users[name].tokens, made))
        return token

    def revoke(self, token_id: str) -> str:
        """End the token with that id, and tell whose it was. Raises UsersError if there is none."""
        with self._change() as users:
            for name, user in users.items():
                if any(token.id == token_id for token in user.tokens):
                    kept = tuple(token for token in user.tokens if token.id != token_id)
                    users[name] = replace(user, tokens=kept)
                    return name
            raise UsersError(f"no token has the id {token_id!r}: isnad user list shows them")

    def _named(self, users: dict[str, User], name: str) -> str:
        if (folded := _folded(name)) not in users:
            some = ", ".join(sorted(users)[:20]) or "nobody"
            raise UsersError(f"there is no user {name!r} in {self.path}; there are: {some}")
        return folded

    def _now(self) -> _Roll:
        with self._reading:
            try:
                there = self.path.stat()
                seen: tuple[int, ...] | None = (there.st_mtime_ns, there.st_size, there.st_ino)
            except FileNotFoundError:
                seen = None
            except OSError as error:
                raise UsersError(f"{self.path}: {error.strerror}") from error
            if seen != self._seen:
                try:
                    self._roll = _read(self.path) if seen else _Roll()
                except UsersError:
                    if self._seen is None:
                        raise
                    _log.exception("the file of users is damaged; those read before it was may still enter")
                self._seen = seen
            return self._roll

    @contextmanager
    def _change(self) -> Iterator[dict[str, User]]:
        import filelock

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(f"{self.path}.lock", timeout=10):
                roll = _read(self.path) if self.path.exists() else _Roll(key=secrets.token_urlsafe(32))
                users = dict(roll.users)
                yield users
                _write(self.path, _Roll(roll.key, users))
        except filelock.Timeout as error:
            raise UsersError(f"{self.path} is being changed by another command: try again") from error
        except OSError as error:
            raise UsersError(f"{error.filename or self.path}: {error.strerror}") from error


def _read(path: Path) -> _Roll:
    try:
        held: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        users = {
            name: User(
                name,
                str(one["password"]),
                str(one["since"]),
                tuple(
                    Token(id_, str(token["hash"]), str(token["label"]), str(token["made"]))
                    for id_, token in one.get("tokens", {}).items()
                ),
            )
            for name, one in held.get("users", {}).items()
        }
        if len(held["key"]) < 32:
            raise ValueError("its key is too short")
        return _Roll(held["key"], users)
    except OSError as error:
        raise UsersError(f"{path}: {error.strerror}") from error
    except KeyError as error:
        raise UsersError(f"{path} is no file of users: {error} is missing. isnad user add makes one") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise UsersError(f"{path} is no file of users ({error}): mend it, or begin anew without it") from error


def _write(path: Path, roll: _Roll) -> None:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(_HEAD))
    document.add("key", tomlkit.item(roll.key))
    users: dict[str, Any] = {}
    for name, user in sorted(roll.users.items()):
        tokens = {one.id: {"hash": one.hash, "label": one.label, "made": one.made} for one in user.tokens}
        users[name] = {"password": user.password, "since": user.since} | ({"tokens": tokens} if tokens else {})
    document.add("users", tomlkit.item(users))
    # Beside it and moved over it: who reads meanwhile sees the old file or the new one, and nobody else reads either.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(tomlkit.dumps(document))
    beside.replace(path)


def _fit(name: str) -> str:
    folded = _folded(name)
    if not 1 <= len(folded) <= 64 or not all(mark.isalnum() or mark in " .-_@'" for mark in folded):
        raise UsersError(f"{name!r} will not do as a user's name: use up to 64 letters, digits, spaces, and . - _ @ '")
    return folded


def _folded(name: str) -> str:
    """The name as it is compared: its letters composed, one space between words, small Latin letters."""
    return " ".join(_normal(name).split()).lower()


def _normal(text: str) -> str:
    # One password typed on two keyboards must be one: NIST SP 800-63B-4 asks for it, NFC keeps more than NFKC.
    return unicodedata.normalize("NFC", text)


def _today() -> str:
    return dt.date.today().isoformat()


@cache
def _nobodys_hash() -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(secrets.token_hex(16))
