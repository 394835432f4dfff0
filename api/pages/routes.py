"""``/policies`` and ``/policies/{id}``: the library, server-rendered, readable without scripts."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse

from api.catalogue import Catalogue
from api.clock import today
from api.pages.document import lay_out
from api.pages.rendering import STATUS_WORDS, page
from api.requests import regions_of
from api.services import ReadyStore
from api.views import policy_view
from corpus.model import Span, Status

router = APIRouter(include_in_schema=False)

PAGE_SIZE = 30
QUOTE = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/policies")
def library(
    store: ReadyStore,
    q: Annotated[str, Query(max_length=100)] = "",
    jurisdiction: str = "",
    status: str = "",
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> HTMLResponse:
    """The list of policies with its filters; an unknown filter value finds nothing."""
    day, catalogue = today(), Catalogue(store)
    wanted = Status(status) if status in STATUS_WORDS else None
    found = catalogue.search(day, jurisdiction=jurisdiction or None, status=wanted, words=q)
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return page(
        "library.html",
        policies=[policy_view(policy, day) for policy in shown],
        counts={policy.id: catalogue.article_count(policy.id) for policy in shown},
        total=len(found),
        page_number=number,
        pages=max(1, -(-len(found) // PAGE_SIZE)),
        regions=regions_of(store),
        statuses=STATUS_WORDS,
        query={"q": q, "jurisdiction": jurisdiction, "status": status},
    )


@router.get("/policies/{policy_id}")
def policy_page(policy_id: str, store: ReadyStore, q: str = "") -> HTMLResponse:
    """One policy; ``?q=start-end`` marks these characters of the source."""
    catalogue, day = Catalogue(store), today()
    policy = catalogue.policy(policy_id)
    return page(
        "policy.html",
        policy=policy_view(policy.metadata, day),
        successors=[policy_view(one, day) for one in catalogue.successors(policy_id)],
        predecessors=[policy_view(one, day) for one in catalogue.predecessors(policy_id)],
        document=lay_out(policy, quoted(q)),
    )


@router.get("/policies/{policy_id}/source.txt")
def policy_source(policy_id: str, store: ReadyStore) -> PlainTextResponse:
    """The document's text exactly as it was delivered."""
    return PlainTextResponse(Catalogue(store).policy(policy_id).source)


@router.get("/favicon.ico")
def favicon() -> RedirectResponse:
    """Where browsers look for the icon when a page names none."""
    return RedirectResponse("/static/favicon.svg", status_code=308)


def quoted(q: str) -> Span | None:
    """``start-end`` as a span; anything else marks nothing."""
    found = QUOTE.fullmatch(q)
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return Span(int(found[1]), int(found[2]))
