"""The parser on thousands of real documents; skipped where ../shared is absent."""

from __future__ import annotations

import json
import re
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import (
    NATIONWIDE,
    PartKind,
    Policy,
    PolicyMetadata,
    parse_policy,
    read_corpus,
)
from corpus.load import documents_in
from corpus.metadata import infer_metadata
from corpus.report import survey, why_without
from tests.unit.corpus.places import SHARED

LAWS = SHARED / "data" / "laws.tar.xz"
HTML = SHARED / "data" / "html"
CUSTOMS = SHARED / "data" / "customs"
EVERY = 10

needs_laws = pytest.mark.skipif(not LAWS.exists(), reason="需要 ../shared/data/laws.tar.xz")
needs_pages = pytest.mark.skipif(not HTML.exists(), reason="需要 ../shared/data/html")
needs_customs = pytest.mark.skipif(not CUSTOMS.exists(), reason="需要 ../shared/data/customs")

_NUMBER = re.compile(
    r"^(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)[ 　]", re.M
)


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every tenth law, unpacked."""
    folder = tmp_path_factory.mktemp("laws")
    with tarfile.open(LAWS) as archive:
        members = (m for m in archive if m.isfile() and m.name.endswith(".md"))
        for position, member in enumerate(members):
            if position % EVERY == 0:
                archive.extract(member, folder)
    return folder


@pytest.fixture(scope="module")
def parsed(laws: Path) -> list[Policy]:
    return [each for each in read_corpus(laws) if isinstance(each, Policy)]


@needs_laws
def test_nearly_every_law_gives_articles(laws: Path) -> None:
    result = survey(laws, iter(documents_in(laws)[::3]))
    assert not result.failures
    assert result.documents > 100
    assert result.with_articles >= 0.98 * result.documents
    assert result.longest < 6000


@needs_laws
def test_no_printed_article_is_missed(parsed: list[Policy]) -> None:
    printed = found = 0
    for policy in parsed:
        wanted = Counter(_NUMBER.findall(policy.source))
        labels = Counter(re.sub(r"〔\d+〕", "", a.label) for a in policy.articles)
        printed += wanted.total()
        found += (wanted & labels).total()
    assert printed > 8_000
    assert found >= 0.9995 * printed


@needs_laws
def test_every_law_is_tiled_and_its_visible_characters_are_all_there(parsed: list[Policy]) -> None:
    for policy in parsed:
        end = 0
        for part in policy.parts:
            assert part.span.start == end, policy.id
            end = part.span.end
        assert end == len(policy.source), policy.id
        assert not _lost(policy), policy.id


def _lost(policy: Policy) -> str:
    """Visible source characters that are in no body, no heading and no article number."""
    kept = bytearray(len(policy.source))
    for article in policy.articles:
        for run in article.body.runs:
            kept[run.source : run.source + run.length] = b"\1" * run.length
    for part in policy.parts:
        if part.kind is PartKind.HEADING:
            kept[part.span.start : part.span.end] = b"\1" * (part.span.end - part.span.start)
    rest = "".join(" " if kept[at] else char for at, char in enumerate(policy.source))
    rest = re.sub(r"---\n.*?\n---\n|<!--.*?-->", " ", rest, flags=re.S)
    rest = re.sub(
        r"第\s*[^\s第]{1,10}\s*条(?:之[一二三四五六七八九十]+)?|[（(]?[一二三四五六七八九十\d]+[)）、.．]",
        " ",
        rest,
    )
    return re.sub(
        r"[\s#*>_|\\\-\u200b-\u200f\ufeff\u00a0•·]|第[一二三四五六七八九十]+[章节编]", "", rest
    )


@needs_laws
def test_laws_know_their_title_date_and_place(parsed: list[Policy]) -> None:
    for policy in parsed:
        dated = re.search(r"\((\d{4}-\d{2}-\d{2})\)$", policy.id)
        if dated:
            assert str(policy.metadata.issued_on) == dated[1]
        assert policy.metadata.title
    local = [p.metadata for p in parsed if p.id.startswith(("上海市", "北京市", "浙江省"))]
    assert local
    assert all(metadata.jurisdiction == metadata.title[:3] for metadata in local)


@needs_pages
def test_pages_of_a_city_government(tmp_path: Path) -> None:
    policies = {p.id[:3].rstrip("_"): p for p in read_corpus(HTML) if isinstance(p, Policy)}
    assert len(policies) >= 22
    housing = next(p for p in policies.values() if "公共租赁住房保障" in p.id)
    assert housing.metadata.doc_number == "穗府办规〔2024〕13号"
    assert str(housing.metadata.issued_on) == "2024-07-26"
    assert str(housing.metadata.expires_on) == "2029-07-25"
    assert [a.number for a in housing.articles if a.number] == list(range(1, 55))
    register = next(p for p in policies.values() if "市场主体登记" in p.id)
    assert [a.number for a in register.articles if a.number] == list(range(1, 56))
    assert "中华人民共和国公司登记管理条例" in register.metadata.repeals
    questions = next(p for p in policies.values() if "13问" in p.id)
    assert [a.number for a in questions.articles if a.number] == list(range(1, 14))
    for policy in policies.values():
        assert "网站地图" not in policy.articles[-1].text
        assert max(len(a.text) for a in policy.articles) < 3000


def announcements(name: str) -> Iterator[tuple[dict[str, str], Policy]]:
    for line in (CUSTOMS / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        source = f"# {record['title']}\n\n{record['text']}"
        path = Path(f"{record['id']}.md")
        yield record, parse_policy(source, infer_metadata(path, source))


@needs_customs
def test_customs_announcements_without_line_breaks() -> None:
    read = list(announcements("gacc_regulations.jsonl"))
    enumerated = [(r, p) for r, p in read if re.search(r"：一、.*。二、", r["text"])]
    assert len(enumerated) > 50
    divided = [p for _, p in enumerated if why_without(p) is None]
    assert len(divided) >= 0.97 * len(enumerated)


@needs_customs
def test_customs_announcements_metadata_agree_with_the_register() -> None:
    read = list(announcements("gacc_regulations.jsonl"))
    dates = sum(str(p.metadata.issued_on) == r["issue_date"] for r, p in read)
    issuers = sum(" ".join(p.metadata.issuers) == r["issuer"] for r, p in read)
    places = sum(p.metadata.jurisdiction == NATIONWIDE for _, p in read)
    assert dates >= 0.9 * len(read)
    assert issuers >= 0.97 * len(read)
    assert places == len(read)


@needs_customs
def test_interpretations_never_give_one_giant_article() -> None:
    for _, policy in announcements("gacc_policy_interpretations.jsonl"):
        assert max(len(a.text) for a in policy.articles) < 6000


@needs_laws
def test_the_parser_reads_a_megabyte_in_a_second_of_processor_time(laws: Path) -> None:
    """Idle it reads three; processor time, so that a busy machine does not fail the test."""
    documents = [(p.stem, p.read_text(encoding="utf-8")) for p in sorted(laws.rglob("*.md"))[:80]]
    size = sum(len(text.encode()) for _, text in documents) / 2**20
    begin = time.process_time()
    for stem, text in documents:
        parse_policy(text, PolicyMetadata(stem, stem))
    assert size / (time.process_time() - begin) > 1.0
