"""What the routes share, kept on the application and handed to them as dependencies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.ports import Assistant, PolicyShelf
from api.warmup import Warmup


@dataclass(frozen=True, slots=True)
class Services:
    """One per application; ``patience_s`` is how long a request waits for the warm-up."""

    warmup: Warmup
    patience_s: float


def services_of(request: Request) -> Services:
    """The services of the application that received the request."""
    services: Services = request.app.state.services
    return services


async def ready_assistant(services: Annotated[Services, Depends(services_of)]) -> Assistant:
    """The assistant; raises a 503 problem when it is not ready within the patience."""
    ready = await services.warmup.wait(services.patience_s)
    return ready.assistant


async def ready_store(assistant: Annotated[Assistant, Depends(ready_assistant)]) -> PolicyShelf:
    """The policies that the assistant answers from."""
    return assistant.store


ServicesHere = Annotated[Services, Depends(services_of)]
ReadyAssistant = Annotated[Assistant, Depends(ready_assistant)]
ReadyStore = Annotated[PolicyShelf, Depends(ready_store)]
