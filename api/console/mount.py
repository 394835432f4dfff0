"""Gradio as an ASGI application of ours: offline, without telemetry, in our colours."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from api.console.blocks import build_blocks
from api.console.desk import Desk
from api.warmup import Ready

if TYPE_CHECKING:
    import gradio

PATH = "/console"
HEAD = """
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/tokens.css">
<link rel="stylesheet" href="/static/console.css">
<script src="/static/console.js" defer></script>
"""


@dataclass(frozen=True, slots=True)
class Mounted:
    """Gradio's application, to be served under ``PATH``, and the host that runs its lifespan."""

    app: ASGIApp
    host: FastAPI

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """Gradio's own start-up and shutdown."""
        async with self.host.router.lifespan_context(self.host):
            yield


def mount(ready: Ready) -> Mounted:
    """Build the console. Imports Gradio, which takes seconds: call it off the event loop."""
    go_offline()
    import gradio as gr  # 2–5 s, see above

    blocks = build_blocks(Desk(ready.assistant), ready.counts)
    blocks.queue(default_concurrency_limit=16, api_open=False)
    host = FastAPI(openapi_url=None)
    # Gradio allows foreign origins unless its host has a policy of its own; ours allows none.
    host.add_middleware(CORSMiddleware)
    gr.mount_gradio_app(
        host,
        blocks,
        PATH,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        enable_monitoring=False,
        show_error=False,
        theme=_theme(),
        head=HEAD,
    )
    return Mounted(host.routes[-1].app, host)  # type: ignore[attr-defined]


def go_offline() -> None:
    """Tell Gradio and the hub client under it to call nobody; must precede their import."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "1"


def _theme() -> gradio.themes.Base:
    import gradio as gr  # 2–5 s, see above

    sans = ["Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]
    return gr.themes.Base(font=sans, font_mono=["ui-monospace", "monospace"])
