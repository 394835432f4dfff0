"""The web application: routes, pages and console over one assistant."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from api.console.gate import ConsoleGate
from api.error_handlers import install_error_handlers
from api.middleware import AccessLog, BodyLimit
from api.openapi import DESCRIPTION, install_openapi
from api.pages import routes as pages
from api.pages.rendering import STATIC_DIR
from api.ports import Assistant, AssistantFactory
from api.requests import BODY_MAX
from api.routes import ask, docs, health, policies
from api.routes.docs import SWAGGER_DIR
from api.services import Services
from api.warmup import Warmup
from assistant.settings import Settings

TAGS = [
    {"name": "问答", "description": "提问并取得逐条引用原文的答复。"},
    {"name": "政策文件", "description": "已收录的文件、章节与条款。"},
    {"name": "运行状态", "description": "供监控与编排系统探测。"},
]


def stay_up(_error: Exception) -> None:
    """Keep serving what needs no assistant; ``/readyz`` tells what failed."""


def create_app(
    assistant_factory: AssistantFactory,
    settings: Settings,
    *,
    patience_s: float = 5.0,
    on_failed: Callable[[Exception], None] = stay_up,
) -> FastAPI:
    """The application; ``assistant_factory(settings)`` runs in the background once it starts.

    Until the assistant is ready a request waits up to ``patience_s`` seconds and then gets a
    503 with ``Retry-After``. ``on_failed`` is told when it cannot be built.
    """

    def build() -> Assistant:
        return assistant_factory(settings)

    warmup = Warmup(build, on_failed)
    console = ConsoleGate(warmup)
    app = FastAPI(
        title="政问 API",
        version=version("zhengwen"),
        description=DESCRIPTION,
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        lifespan=_lifespan(warmup, console),
    )
    app.state.services = Services(warmup, patience_s)
    app.add_middleware(BodyLimit, max_bytes=BODY_MAX)
    app.add_middleware(AccessLog)
    install_error_handlers(app)
    install_openapi(app)
    _add_routes(app, console)
    return app


def _add_routes(app: FastAPI, console: ConsoleGate) -> None:
    for module in (ask, policies, health, pages, docs):
        app.include_router(module.router)

    @app.get("/", include_in_schema=False)
    def front_door() -> RedirectResponse:
        return RedirectResponse("/console", status_code=307)

    app.mount("/static/swagger", StaticFiles(directory=SWAGGER_DIR))
    app.mount("/static", StaticFiles(directory=STATIC_DIR))
    app.mount("/console", console)


def _lifespan(
    warmup: Warmup, console: ConsoleGate
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        warmup.start()
        console.start()
        try:
            yield
        finally:
            await console.stop()
            warmup.stop()

    return lifespan
