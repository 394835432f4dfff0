"""Policies on the wire: metadata, chapters, articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from assistant.composing.rendering import policy_url, url_of
from corpus.model import Article, Policy, PolicyMetadata, Status

METADATA_EXAMPLE: JsonValue = {
    "id": "sh-aeo-2024",
    "title": "上海市关于进一步加大力度支持本市海关高级认证企业高质量发展的若干措施",
    "doc_number": "沪商通关〔2024〕4号",
    "issuers": ["上海市商务委员会", "上海市发展和改革委员会"],
    "jurisdiction": "上海市",
    "issued_on": "2024-01-15",
    "status": "in_force",
    "url": "/policies/sh-aeo-2024",
}


class View(BaseModel):
    """Base of the views: immutable."""

    model_config = ConfigDict(frozen=True)


class PolicyView(View):
    """A policy's metadata and its status on a day."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"examples": [METADATA_EXAMPLE]})

    id: str = Field(description="文件编号")
    title: str = Field(description="标题")
    doc_number: str | None = Field(description="文号")
    issuers: tuple[str, ...] = Field(description="发文单位")
    jurisdiction: str = Field(description="适用地区")
    issued_on: dt.date | None = Field(description="发布日期")
    effective_on: dt.date | None = Field(description="施行日期")
    expires_on: dt.date | None = Field(description="有效期至")
    repealed_on: dt.date | None = Field(description="废止日期")
    status: Status = Field(description="在 as_of 这一天是否有效")
    source_url: str | None = Field(description="来源网址")
    url: str = Field(description="文件网页地址")


class PolicyList(View):
    """A page of the list of policies."""

    total: int = Field(description="符合条件的文件总数")
    as_of: dt.date = Field(description="效力状态按哪一天判断")
    policies: tuple[PolicyView, ...] = Field(description="本页文件")


class ArticleView(View):
    """One article."""

    policy_id: str = Field(description="文件编号")
    number: int = Field(description="序号，0 为文首")
    label: str = Field(description="标号，如文件所印：第15条、（七）、第一百二十条之一")
    heading: str = Field(description="标题")
    path: tuple[str, ...] = Field(description="所在章节，从大到小")
    text: str = Field(description="条文（已去除分页、标记等版式字符，不含责任单位括注）")
    responsible_units: tuple[str, ...] = Field(description="责任单位")
    start: int = Field(description="在原文中的起点（Unicode 码点）")
    end: int = Field(description="在原文中的终点（不含）")
    url: str = Field(description="条款网页地址")


class ChapterView(View):
    """A chapter and the labels of the articles directly in it."""

    title: str = Field(description="章节标题")
    path: tuple[str, ...] = Field(description="章节全路径，从大到小")
    articles: tuple[str, ...] = Field(description="直接所辖条款的标号")


class PolicyDetail(PolicyView):
    """A whole document."""

    chapters: tuple[ChapterView, ...] = Field(description="章节，按文件顺序")
    articles: tuple[ArticleView, ...] = Field(description="条款，按文件顺序；序号 0 为文首")
    source: str = Field(description="原文，与收到时逐字相同")


def policy_view(policy: PolicyMetadata, as_of: dt.date) -> PolicyView:
    """The metadata, with the status on the day ``as_of``."""
    return PolicyView.model_validate(_policy_fields(policy, as_of))


def article_view(article: Article) -> ArticleView:
    """One article."""
    return ArticleView(
        policy_id=article.policy_id,
        number=article.number,
        label=article.label,
        heading=article.heading,
        path=article.path,
        text=article.text,
        responsible_units=article.responsible_units,
        start=article.span.start,
        end=article.span.end,
        url=url_of(article),
    )


def policy_detail(policy: Policy, as_of: dt.date) -> PolicyDetail:
    """The whole document."""
    return PolicyDetail.model_validate(
        {
            **_policy_fields(policy.metadata, as_of),
            "chapters": chapters(policy.articles),
            "articles": tuple(map(article_view, policy.articles)),
            "source": policy.source,
        }
    )


def chapters(articles: Sequence[Article]) -> tuple[ChapterView, ...]:
    """Every chapter that an article's path names, in document order, outer before inner."""
    found: dict[tuple[str, ...], list[str]] = {}
    for article in articles:
        for depth in range(1, len(article.path) + 1):
            found.setdefault(article.path[:depth], [])
        if article.path:
            found[article.path].append(article.label)
    return tuple(
        ChapterView(title=path[-1], path=path, articles=tuple(labels))
        for path, labels in found.items()
    )


def _policy_fields(policy: PolicyMetadata, as_of: dt.date) -> dict[str, object]:
    return {
        "id": policy.id,
        "title": policy.title,
        "doc_number": policy.doc_number,
        "issuers": policy.issuers,
        "jurisdiction": policy.jurisdiction,
        "issued_on": policy.issued_on,
        "effective_on": policy.effective_on,
        "expires_on": policy.expires_on,
        "repealed_on": policy.repealed_on,
        "status": policy.status(as_of),
        "source_url": policy.source_url,
        "url": policy_url(policy.id),
    }
