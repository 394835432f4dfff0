"""The policies and their articles, as data."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query

from api.catalogue import Catalogue
from api.clock import today
from api.openapi import PROBLEM_RESPONSES
from api.requests import check_region
from api.services import ReadyStore
from api.views import (
    ArticleView,
    PolicyDetail,
    PolicyList,
    article_view,
    policy_detail,
    policy_view,
)
from corpus.model import Status

router = APIRouter(
    prefix="/v1/policies",
    tags=["政策文件"],
    responses={**PROBLEM_RESPONSES[404], **PROBLEM_RESPONSES[422], **PROBLEM_RESPONSES[503]},
)

AsOf = Annotated[dt.date | None, Query(description="效力状态按哪一天判断，默认今天")]


@router.get("", summary="文件清单", description="已收录的政策文件，可按适用地区与效力筛选。")
def list_policies(
    store: ReadyStore,
    *,
    jurisdiction: Annotated[
        str | None, Query(description="适用地区，如 上海、厦门市、全国")
    ] = None,
    status: Annotated[Status | None, Query(description="效力状态")] = None,
    as_of: AsOf = None,
    offset: Annotated[int, Query(ge=0, description="跳过前几份")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000, description="最多返回几份")] = 100,
) -> PolicyList:
    """Metadata of the policies that match, a page of them."""
    day = as_of or today()
    place = check_region(jurisdiction, store, "jurisdiction") if jurisdiction else None
    found = Catalogue(store).search(day, jurisdiction=place, status=status)
    return PolicyList(
        total=len(found),
        as_of=day,
        policies=tuple(policy_view(policy, day) for policy in found[offset : offset + limit]),
    )


@router.get("/{policy_id}", summary="文件全文", description="基本信息、章节、条款与原文。")
def read_policy(policy_id: str, store: ReadyStore, as_of: AsOf = None) -> PolicyDetail:
    """One policy, whole."""
    return policy_detail(Catalogue(store).policy(policy_id), as_of or today())


@router.get(
    "/{policy_id}/articles/{article}",
    summary="单个条款",
    description="`article` 为序号（`15`）或标号（`第15条`、`（七）`）；0 为文首。",
)
def read_article(policy_id: str, article: str, store: ReadyStore) -> ArticleView:
    """One article by number or by printed label."""
    return article_view(Catalogue(store).article(policy_id, article))
