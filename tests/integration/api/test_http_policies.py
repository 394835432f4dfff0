"""The policies as data and as pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from small_assistant import SmallAssistant
from web_server import served

from api.app import create_app
from assistant.settings import Settings
from corpus import PolicyMetadata, PolicyStore, parse_policy

COUNTS = {
    "sh-aeo-2024": 25,
    "xm-aeo-2024": 21,
    "sh-customs-aeo-2023": 33,
    "sh-port-2023": 26,
    "gacc-aeo-2024": 17,
}
HTML = {"accept": "text/html"}


class Page(HTMLParser):
    """Ids, links, marked words and foreign addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.marked = ""
        self._in_mark = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.ids.append(named["id"])
        if tag == "a":
            self.links.append(named.get("href", ""))
        elif {"src", "href"} & named.keys():
            self.loaded.append(named.get("src") or named["href"])
        self._in_mark = self._in_mark or tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.marked += data if self._in_mark else ""


def test_the_list_holds_all_policies_latest_first(client: httpx.Client) -> None:
    listed = client.get("/v1/policies").json()
    assert listed["total"] == 5
    assert {policy["id"] for policy in listed["policies"]} == set(COUNTS)
    dates = [policy["issued_on"] for policy in listed["policies"]]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("jurisdiction=厦门", {"xm-aeo-2024"}),
        ("jurisdiction=厦门市", {"xm-aeo-2024"}),
        ("jurisdiction=全国", {"gacc-aeo-2024"}),
        ("jurisdiction=深圳", set()),
        (
            "status=in_force&as_of=2024-01-20",
            {"sh-aeo-2024", "sh-customs-aeo-2023", "sh-port-2023"},
        ),
        ("status=not_yet_in_force&as_of=2024-01-20", {"xm-aeo-2024", "gacc-aeo-2024"}),
    ],
)
def test_the_list_is_filtered(client: httpx.Client, query: str, ids: set[str]) -> None:
    listed = client.get(f"/v1/policies?{query}").json()
    assert {policy["id"] for policy in listed["policies"]} == ids
    assert listed["total"] == len(ids)


def test_the_list_comes_in_pages(client: httpx.Client) -> None:
    whole = client.get("/v1/policies").json()["policies"]
    part = client.get("/v1/policies?offset=2&limit=2").json()
    assert part["policies"] == whole[2:4]
    assert part["total"] == 5


@pytest.mark.parametrize(
    ("query", "field"),
    [("status=valid", "status"), ("limit=0", "limit"), ("as_of=x", "as_of")],
)
def test_a_bad_filter_is_named(client: httpx.Client, query: str, field: str) -> None:
    response = client.get(f"/v1/policies?{query}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(("policy_id", "count"), COUNTS.items())
def test_a_policy_comes_whole(client: httpx.Client, policy_id: str, count: int) -> None:
    policy = client.get(f"/v1/policies/{policy_id}").json()
    numbered = [article for article in policy["articles"] if article["number"]]
    assert len(numbered) == count
    in_chapters = [label for chapter in policy["chapters"] for label in chapter["articles"]]
    assert in_chapters == [article["label"] for article in numbered if article["path"]]
    for article in numbered:
        words = re.sub(r"[\s\\]", "", policy["source"][article["start"] : article["end"]])
        assert re.sub(r"\s", "", article["heading"]) in words


@pytest.mark.parametrize("name", ["15", "第15条", "第十五条", "十五"])
def test_an_article_by_number_or_label(client: httpx.Client, name: str) -> None:
    article = client.get(f"/v1/policies/sh-aeo-2024/articles/{name}").json()
    assert (article["number"], article["label"]) == (15, "第15条")
    assert article["responsible_units"] == ["市税务局"]
    assert "2个工作日" in article["text"]
    assert article["url"] == "/policies/sh-aeo-2024#article-15"


def test_the_head_is_article_0(client: httpx.Client) -> None:
    head = client.get("/v1/policies/sh-aeo-2024/articles/0").json()
    assert "沪商通关〔2024〕4号" in head["text"]


@pytest.mark.parametrize(
    "path",
    ["abc", "abc/articles/1", "sh-aeo-2024/articles/26", "sh-aeo-2024/articles/9" + "9" * 30],
)
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str) -> None:
    response = client.get(f"/v1/policies/{path}")
    assert response.status_code == 404
    assert response.json()["title"] in ("没有这份文件", "没有这一条")


def test_the_library_lists_and_finds(client: httpx.Client) -> None:
    links = Page(client.get("/policies").text).links
    assert {f"/policies/{policy_id}" for policy_id in COUNTS} <= set(links)
    found = Page(client.get("/policies?q=沪商自贸").text).links
    assert "/policies/sh-port-2023" in found
    assert "/policies/sh-aeo-2024" not in found
    assert "没有符合条件的文件" in client.get("/policies?jurisdiction=深圳市").text


@pytest.mark.parametrize(("policy_id", "count"), COUNTS.items())
def test_every_article_has_its_anchor_once(
    client: httpx.Client, policy_id: str, count: int
) -> None:
    page = Page(client.get(f"/policies/{policy_id}").text)
    assert len(page.ids) == len(set(page.ids))
    assert {f"article-{number}" for number in range(1, count + 1)} <= set(page.ids)
    inside = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_a_citations_link_leads_to_its_marked_quote(client: httpx.Client) -> None:
    body = {"question": "上海AEO企业出口退税平均几天办完"}
    (citation,) = client.post("/v1/ask", json=body).json()["citations"]
    address, _, anchor = citation["url"].partition("#")
    page = Page(client.get(f"{address}?q={citation['start']}-{citation['end']}").text)
    assert unquote(anchor) in page.ids
    assert page.marked == re.sub(r"\s", "", citation["quote"])


@pytest.mark.parametrize("q", ["", "5", "9-5", "a-b", "99999999-999999999"])
def test_a_bad_quote_marks_nothing(client: httpx.Client, q: str) -> None:
    response = client.get(f"/policies/sh-aeo-2024?q={q}")
    assert response.status_code == 200
    assert Page(response.text).marked == ""


def test_pages_load_nothing_from_elsewhere(client: httpx.Client) -> None:
    for path in ("/policies", "/policies/sh-aeo-2024", "/docs", "/policies/abc"):
        loaded = Page(client.get(path, headers=HTML).text).loaded
        assert loaded
        assert all(address.startswith("/") and address[1] != "/" for address in loaded), path
        for address in loaded:
            assert client.get(address).status_code == 200


def test_a_browser_gets_errors_as_pages(client: httpx.Client) -> None:
    response = client.get("/policies/abc", headers=HTML)
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "没有编号为“abc”的政策文件" in response.text
    data = client.get("/v1/policies/abc", headers=HTML)
    assert data.headers["content-type"] == "application/problem+json"


def test_the_source_is_given_as_it_was_delivered(client: httpx.Client) -> None:
    text = client.get("/policies/sh-aeo-2024/source.txt")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text == client.get("/v1/policies/sh-aeo-2024").json()["source"]


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[httpx.Client]:
    """A law with shared numbers, and markup in every text that a page shows."""
    source = (
        "<script>alert(1)</script>法\n\n第一章 <b>总则</b>\n\n"
        "第一条 <img src=x onerror=alert(1)> 为了测试，制定本法。\n\n"
        "第二条 本法所称货物，是指进出口货物。\n\n"
        "第二条之一 海关监管的货物，应当依法申报。\n"
    )
    metadata = PolicyMetadata(id="测试法(2021-04-29)", title="<script>alert(1)</script>法")
    PolicyStore.write(tmp_path / "store", [parse_policy(source, metadata)])
    store = PolicyStore.open(tmp_path / "store")
    with served(create_app(lambda _: SmallAssistant(store), Settings())) as client:
        yield client


def test_text_from_documents_is_never_markup(hostile: httpx.Client) -> None:
    for path in ("/policies", "/policies/测试法(2021-04-29)"):
        html = hostile.get(path).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_articles_that_share_a_number_are_told_apart(hostile: httpx.Client) -> None:
    page = Page(hostile.get("/policies/测试法(2021-04-29)").text)
    assert {"article-2", "article-第二条之一"} <= set(page.ids)
    first = hostile.get("/v1/policies/测试法(2021-04-29)/articles/2").json()
    second = hostile.get("/v1/policies/测试法(2021-04-29)/articles/第二条之一").json()
    assert first["label"] == "第二条"
    assert second["label"] == "第二条之一"
    assert unquote(second["url"]).endswith("#article-第二条之一")


def test_a_repealed_policy_and_the_one_that_repealed_it_lead_to_each_other(tmp_path: Path) -> None:
    law = "{}\n\n第一条 为了测试，制定本办法。\n\n第二条 本办法自{}起施行。{}\n"
    every = [
        parse_policy(
            law.format("甲办法", "2019年1月1日", ""),
            PolicyMetadata(id="old", title="甲办法", effective_on=dt.date(2019, 1, 1)),
        ),
        parse_policy(
            law.format("乙办法", "2024年1月1日", "《甲办法》同时废止。"),
            PolicyMetadata(
                id="new", title="乙办法", effective_on=dt.date(2024, 1, 1), repeals=("甲办法",)
            ),
        ),
    ]
    PolicyStore.write(tmp_path / "store", every)
    store = PolicyStore.open(tmp_path / "store")
    with served(create_app(lambda _: SmallAssistant(store), Settings())) as client:
        old, new = (client.get(f"/policies/{name}").text for name in ("old", "new"))
    assert "/policies/new" in Page(old).links
    assert "/policies/old" in Page(new).links
    assert "2024年1月1日起施行" in old
