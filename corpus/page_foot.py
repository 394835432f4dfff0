"""What a page's number looks like where nothing else is printed so: — 3 —, 第3页 共8页."""

from __future__ import annotations

import re

PAGE_FOOT = re.compile(
    r"\s*(?:[-—–－]{1,3}\s*\d{1,4}\s*[-—–－]{1,3}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$"
)
