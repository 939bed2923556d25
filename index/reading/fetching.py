"""Pages and feeds fetched from the network, within limits of time and size."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from index.reading.encoding import SAMPLE
from index.reading.records import Unreadable
from index.reading.streams import Entry, Filled

if TYPE_CHECKING:
    import httpx

SECONDS = 30
"""The time within which an answer must have come as a whole."""

FETCH_LIMIT = 20 << 20
"""The bytes of the largest answer that is taken."""

_AGENT = "isnad/0.1 (a reader of Arabic news)"


def fetch_public(url: str) -> Entry:
    """What lies at `url` on a public host, as :func:`fetch`. Raises Unreadable for a private one as well."""
    return fetch(url, public_only=True)


def fetch(url: str, *, public_only: bool = False) -> Entry:
    """What lies at `url`, with the type and encoding that the server says; of `public_only` hosts for a server.

    Raises Unreadable where it is not http or https, the network or server is away, the server refuses, or the answer
    exceeds SECONDS or FETCH_LIMIT.
    """
    import httpx

    if not url.lower().startswith(("http://", "https://")):
        raise Unreadable(f"{url.partition(':')[0]}: addresses are not fetched: only http and https are")
    end = time.monotonic() + SECONDS
    data = bytearray()
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                timeout=SECONDS / 2,
                headers={"User-Agent": _AGENT},
                transport=_public_only() if public_only else None,
            ) as client,
            client.stream("GET", url) as answer,
        ):
            if answer.is_error:
                raise Unreadable(f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip())
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > FETCH_LIMIT:
                    raise Unreadable(f"larger than {FETCH_LIMIT >> 20} MiB: download it and give the file")
                if time.monotonic() > end:
                    raise Unreadable(f"not there within {SECONDS} seconds")
            media = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            final, charset = str(answer.url), answer.charset_encoding or ""
    except httpx.TimeoutException as error:
        raise Unreadable("the server does not answer in time: try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError) as error:
        raise Unreadable(f"cannot be fetched ({error or type(error).__name__}): is the network there?") from error
    name = unquote(urlsplit(final).path).rpartition("/")[2]
    stream = io.BufferedReader(Filled(cast(BinaryIO, io.BytesIO(bytes(data)))), SAMPLE)
    return Entry(url, name, stream, media, charset, final)


def _public_only() -> httpx.BaseTransport:
    from index.reading.public_hosts import PublicOnly

    return PublicOnly()
