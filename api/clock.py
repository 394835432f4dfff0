"""Today, where the policies apply. On its own so that the web starts without the assistant."""

from __future__ import annotations

import datetime as dt

CHINA_STANDARD_TIME = dt.timezone(dt.timedelta(hours=8))


def today() -> dt.date:
    """The day in China, whatever the server's clock zone; China keeps no summer time."""
    return dt.datetime.now(CHINA_STANDARD_TIME).date()
