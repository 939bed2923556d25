"""Fetching from public hosts only, so that who may give a server addresses cannot reach the network it stands in.

A name is resolved once and connected to by the very address that was looked at: a second look-up could give another
(DNS rebinding; OWASP, Server-Side Request Forgery Prevention Cheat Sheet). Every redirect goes the same way.
"""

from __future__ import annotations

import ipaddress
import socket

import httpx

from index.reading.records import Unreadable


class PublicOnly(httpx.BaseTransport):
    """Sends requests to public addresses; raises Unreadable for a host that has any other one.

    The proxies that the environment names are not used: they would do the looking up.
    """

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        host = request.url.host
        return self._inner.handle_request(
            httpx.Request(
                request.method,
                request.url.copy_with(host=public_address(host)),
                headers=request.headers,  # they name the host that was asked for
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def public_address(host: str) -> str:
    """The address of `host`. Raises Unreadable unless all that it has are public ones."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"cannot be fetched (no host is called {host}): is the network there?") from error
    for address in found:
        if not is_public(address):
            raise Unreadable(f"{host} is not a public host: this server fetches from public ones only")
    return found[0]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, as IANA's registries of special addresses have it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or _translated(ip)
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None:
            return False
    return ip.is_global and not ip.is_multicast


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address within a NAT64 one (RFC 6052), None for others."""
    if ip in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
