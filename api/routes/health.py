"""Is the process alive, and can it answer."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.openapi import PROBLEM_RESPONSES
from api.services import ServicesHere

router = APIRouter(tags=["运行状态"])


class Health(BaseModel):
    """The process is alive."""

    model_config = ConfigDict(frozen=True)

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """The index is open and questions are answered."""

    model_config = ConfigDict(frozen=True)

    status: Literal["ready"] = "ready"
    index_version: str = Field(description="当前索引版本")
    policies: int = Field(description="已收录的政策文件数")
    articles: int = Field(description="已收录的条款数（不含文首）")


@router.get("/healthz", summary="进程存活", description="进程启动后立即可用，不等索引载入。")
async def healthz() -> Health:
    """Alive; answers before anything is loaded."""
    return Health()


@router.get(
    "/readyz",
    summary="可否答题",
    description="索引已打开时返回版本与数量；载入中或载入失败时返回 503。",
    responses=PROBLEM_RESPONSES[503],
)
async def readyz(services: ServicesHere) -> Readiness:
    """Ready to answer, with the index version and counts; 503 until then."""
    ready = await services.warmup.wait(0)
    return Readiness(
        index_version=ready.assistant.index_version,
        policies=ready.counts.policies,
        articles=ready.counts.articles,
    )
