from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus.metadata.sidecar import read_sidecar
from corpus.model import PolicyMetadata

POLICIES = Path(__file__).resolve().parents[3] / "corpus" / "policies"


def law(
    id: str, title: str, issued_on: dt.date | None = None, jurisdiction: str = "全国"
) -> PolicyMetadata:
    return PolicyMetadata(id=id, title=title, issued_on=issued_on, jurisdiction=jurisdiction)


@pytest.fixture(scope="session")
def seeds() -> list[PolicyMetadata]:
    """The metadata of the five policies as a person wrote them."""
    found = []
    for document in sorted(POLICIES.glob("*.txt")):
        declared = read_sidecar(document)
        assert declared is not None
        found.append(
            PolicyMetadata(
                id=document.stem,
                title=declared.title or "",
                doc_number=declared.doc_number,
                issuers=declared.issuers or (),
                jurisdiction=declared.jurisdiction or "全国",
                issued_on=declared.issued_on,
                aliases=declared.aliases,
            )
        )
    return found


@pytest.fixture(scope="session")
def laws() -> list[PolicyMetadata]:
    """A few national laws, one of them in two versions."""
    return [
        law("海关法(2021-04-29)", "中华人民共和国海关法", dt.date(2021, 4, 29)),
        law("公司法(2018-10-26)", "中华人民共和国公司法", dt.date(2018, 10, 26)),
        law("公司法(2023-12-29)", "中华人民共和国公司法", dt.date(2023, 12, 29)),
        law("公司法规定（一）", "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（一）"),
    ]
