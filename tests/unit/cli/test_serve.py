"""What ``zhengwen serve`` says before it listens."""

from __future__ import annotations

import io
import socket
from pathlib import Path

import pytest
from rich.console import Console

from cli.serve import CannotListen, announce, check_index, listen
from corpus.errors import IndexError_


def test_a_free_port_is_listened_on() -> None:
    with listen("127.0.0.1", 0) as listener:
        address = listener.getsockname()
        with socket.create_connection(address, timeout=2):
            pass


def test_a_port_in_use_is_named_with_another_to_try() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"端口 {port} 已被其他程序占用.*--port {port + 1}"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_an_address_that_is_not_ours_says_which_is(host: str) -> None:
    with pytest.raises(CannotListen, match=r"127\.0\.0\.1"):
        listen(host, 0)


def test_an_absent_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexError_, match="zhengwen index"):
        check_index(tmp_path)


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]")],
)
def test_the_addresses_can_be_opened_as_printed(host: str, shown: str) -> None:
    printed = io.StringIO()
    announce(host, 8123, Console(file=printed, width=200))
    for path in ("/console", "/policies", "/docs"):
        assert f"http://{shown}:8123{path}" in printed.getvalue()
