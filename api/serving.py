"""The server process: logging, and uvicorn on a socket that is already bound."""

from __future__ import annotations

import logging
import socket
import sys

import structlog
import uvicorn

from api.app import create_app
from api.ports import AssistantFactory
from assistant.settings import Settings

# Open event streams (the console keeps one per page) would otherwise hold a shutdown up for ever.
SHUTDOWN_S = 5


def run(assistant_factory: AssistantFactory, settings: Settings, listener: socket.socket) -> None:
    """Serve on ``listener`` until interrupted, then finish what is under way and return.

    One worker: the console keeps its conversations in the process. An assistant that cannot be
    built ends the server, and its error is raised here.
    """
    configure_logging()
    failures: list[Exception] = []

    def give_up(error: Exception) -> None:
        failures.append(error)
        server.should_exit = True

    config = uvicorn.Config(
        create_app(assistant_factory, settings, on_failed=give_up),
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=SHUTDOWN_S,
        server_header=False,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    if failures:
        raise failures[0]


def configure_logging() -> None:
    """One line an event on standard error: coloured at a terminal, JSON for collectors."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    rendering: list[structlog.types.Processor] = (
        [structlog.dev.ConsoleRenderer()]
        if sys.stderr.isatty()
        else [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    )
    structlog.configure(
        processors=[*shared, *rendering],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # What libraries log through the standard library joins the same stream, from warnings up.
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
