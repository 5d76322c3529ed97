"""Who can reach a server: the addresses for others on the network, as text and as a QR code."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ANY = {"0.0.0.0", "::"}
_FAR = (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6))
"""Addresses of no machine: to ask which way a packet would go sends none."""


def addresses(host: str) -> list[str]:
    """The addresses of this machine that others on its network can use, the likeliest first.

    Args:
        host: what the server listens at.
    """
    if host not in ANY:
        return [] if _only_here(host) else [host]
    found = []
    for far, family in _FAR:
        if family == socket.AF_INET6 and host != "::":
            continue
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect((far, 9))
                found.append(way.getsockname()[0])
        except OSError:
            continue
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        known = []
    found += [str(entry[4][0]) for entry in known]
    return [address for address in dict.fromkeys(found) if not _only_here(address)]


def reach(host: str, port: int) -> Iterator[str]:
    """Lines that tell who can open the site, and how."""
    if _only_here(host):
        yield "Only this machine can open it; --host 0.0.0.0 lets others on your network in."
        return
    found = addresses(host)
    if not found:
        yield "Others cannot open it: this machine has no address on a network."
        return
    yield "Others on your network open:"
    for address in found:
        yield f"  {_url(address, port)}"
    try:
        from quizgen.export.print.qr import qr_text
    except ImportError:
        return
    yield qr_text(_url(found[0], port)).rstrip("\n")


def _url(address: str, port: int) -> str:
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


def _only_here(host: str) -> bool:
    if host in {"localhost", ""}:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_link_local
