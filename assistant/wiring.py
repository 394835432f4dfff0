"""The one place that puts the concrete parts together."""

from __future__ import annotations

from assistant.composing.quoting import SentenceRanker
from assistant.finding import Finder
from assistant.pipeline import Parts
from assistant.service import Assistant, today
from assistant.settings import Settings
from assistant.support import SupportModel
from index import open_index
from index.coverage import SAMPLE, Rarity, Terms
from index.encoder import load_encoder


def build_assistant(settings: Settings) -> Assistant:
    """The assistant over the live index. Raises ``IndexError_`` when there is none to open."""
    key = settings.encoder_api_key
    encoder = load_encoder(
        settings.encoder,
        query_prompt=settings.encoder_query_prompt,
        api_key=key.get_secret_value() if key else None,
    )
    opened = open_index(settings.index_dir, encoder)
    support = SupportModel.load()
    rarity = Rarity(map(Terms.of, opened.searcher.sample(SAMPLE)))
    finder = Finder(opened.searcher, opened.store, SentenceRanker(encoder), support, rarity)
    parts = Parts(
        store=opened.store,
        finder=finder,
        support=support,
        addresser=opened.addresses.addressed,
        clean=str.strip,
        today=today,
    )
    return Assistant(parts, opened.version)
