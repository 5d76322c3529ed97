from __future__ import annotations

import socket

import pytest

from quizgen.cli.reach import addresses, reach


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_it_says_when_only_this_machine_can_reach_it(host: str) -> None:
    assert addresses(host) == []
    (line,) = reach(host, 8000)
    assert line.startswith("Only this machine")


def test_others_get_addresses_as_text_and_as_a_qr_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.reach.addresses", lambda host: ["10.1.2.3", "fd00::5"])
    lines = [*reach("0.0.0.0", 8123)]
    assert lines[1:3] == ["  http://10.1.2.3:8123/", "  http://[fd00::5]:8123/"]
    assert lines[3].count("\n") > 8


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket, "socket", none)
    monkeypatch.setattr(socket, "getaddrinfo", none)
    (line,) = reach("0.0.0.0", 8000)
    assert "no address on a network" in line


def test_a_loopback_address_is_not_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (socket.AF_INET, 0, 0, "", ("127.0.1.1", 0))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [entry])
    assert "127.0.1.1" not in addresses("0.0.0.0")
