"""``zhengwen serve``: the HTTP interface, the policy pages and the hotline console."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from cli.options import settings_for
from corpus.errors import ZhengwenError
from index.manifest import Manifest
from index.versions import IndexDirectory

if TYPE_CHECKING:
    from assistant.service import Assistant

BACKLOG = 2048


class CannotListen(ZhengwenError):
    """The address cannot be listened on; the message names it and what to do."""


def serve(
    host: Annotated[str | None, typer.Option(help="监听地址，默认 127.0.0.1（仅本机）")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="端口，默认 8000；0 为任选空闲端口")
    ] = None,
    index: Annotated[Path | None, typer.Option(help="索引目录")] = None,
) -> None:
    """启动服务：坐席台、政策库与 HTTP 接口。"""
    given = {"host": host, "port": port}
    settings = settings_for(index).model_copy(
        update={name: value for name, value in given.items() if value is not None}
    )
    check_index(settings.index_dir)
    with listen(settings.host, settings.port) as listener:
        announce(settings.host, listener.getsockname()[1], Console(stderr=True))
        # FastAPI takes most of a second to import: only once we may listen.
        from api.serving import run

        # A signal ends it by returning or by an interrupt: which, is between uvicorn and asyncio.
        with suppress(KeyboardInterrupt):
            run(build, settings, listener)
        Console(stderr=True).print("已停止。")


def build(settings: Settings) -> Assistant:
    """The assistant; called in the background, so that not even its imports delay the server."""
    from assistant.wiring import build_assistant  # heavy: retrieval, LangChain, the encoder

    assistant = build_assistant(settings)
    assistant.warm_up()
    return assistant


def check_index(index_dir: Path) -> None:
    """Raise ``IndexError_`` before listening when there is no index that we can open."""
    directory = IndexDirectory(index_dir)
    Manifest.read(directory.path(directory.current()))


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; raises ``CannotListen`` with what to do about it."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        raise CannotListen(f"监听地址“{host}”无法解析，本机请用 127.0.0.1") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise CannotListen(_reason(host, port, error)) from None
    return listener


def announce(host: str, port: int, console: Console) -> None:
    """Say where to open what."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    base = f"http://{shown}:{port}"
    console.print("\n[bold]政问已启动[/]，几秒内即可答题；按 Ctrl-C 停止。\n")
    for name, path in (
        ("坐席台", "/console"),
        ("政策库", "/policies"),
        ("接口说明", "/docs"),
        ("是否就绪", "/readyz"),
    ):
        # A Chinese character is two columns wide: pad by characters that are wide as well.
        console.print(f"  {name.ljust(4, '　')}  {base}{path}", highlight=False)
    if host in ("0.0.0.0", "::"):
        console.print("\n  已监听所有网络接口，同一网络内的其他电脑也能访问。")
    console.print()


def _reason(host: str, port: int, error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"端口 {port} 已被其他程序占用。请先停止该程序，"
                f"或换一个端口：zhengwen serve --port {port + 1 if port < 65535 else 8000}"
            )
        case errno.EACCES:
            return f"没有权限监听端口 {port}（小于 1024 的端口需要管理员权限），请换一个端口，如 --port 8000"
        case errno.EADDRNOTAVAIL:
            return (
                f"本机没有地址 {host}，本机访问请用 --host 127.0.0.1，对外服务请用 --host 0.0.0.0"
            )
        case _:
            return f"无法监听 {host}:{port}：{error.strerror or error}"
