"""The one place that puts the concrete parts together."""

from __future__ import annotations

from collections.abc import Callable

from threadpoolctl import threadpool_limits

from assistant.composing.quoting import SentenceRanker
from assistant.differing.counterparts import Counterparts
from assistant.enumerating import Shelf
from assistant.gathering import Gatherer, Membership
from assistant.generation import build_composer, clean_question
from assistant.referring.referrals import Referrals, read_referrals
from assistant.searching.finder import Finder
from assistant.service import Assistant, today
from assistant.settings import Settings
from assistant.state import Parts
from assistant.weighing.phrasing import Phrasing
from assistant.weighing.support import SupportModel
from assistant.weighing.weigher import Weigher
from index.coverage import SAMPLE, Rarity, Terms
from index.encoder import load_encoder, words_by
from index.opening import open_index
from index.reader import reader_by
from index.search import HybridSearcher


def build_assistant(
    settings: Settings,
    searching: Callable[[HybridSearcher], HybridSearcher] = lambda searcher: searcher,
    phrasing: Phrasing | None = None,
) -> Assistant:
    """The assistant over the live index. Raises ``IndexError_`` when there is none to open.

    ``searching`` is the door for another way to search: it gets the index's own searcher and
    gives back the one to use (an evaluation hides an article behind it). ``phrasing`` takes the
    place of the committed weights. From then on BLAS keeps to one thread in this process.
    """
    # The matrices here are small, and the threads of many callers would fight for the processor: over
    # documents without questions p95 was 125 ms with two threads, 32 with one.
    threadpool_limits(1, user_api="blas")
    key = settings.encoder_api_key
    encoder = load_encoder(
        settings.encoder,
        query_prompt=settings.encoder_query_prompt,
        api_key=key.get_secret_value() if key else None,
    )
    words = words_by(encoder)
    opened = open_index(settings.index_dir, encoder)
    support = SupportModel.load()
    rarity = Rarity(map(Terms.of, opened.searcher.sample(SAMPLE)))
    searcher = searching(opened.searcher)
    ranker = SentenceRanker(encoder)
    referrals = Referrals(read_referrals(), encoder)
    weigher = Weigher(
        searcher,
        opened.store,
        ranker,
        support,
        rarity,
        referrals,
        phrasing or Phrasing.load(),
        words.kinship,
        reader_by(words),
    )
    finder = Finder(searcher, opened.store, ranker, rarity, referrals, weigher)
    model = build_composer(settings)
    if model is not None:
        model.warm_up()  # its libraries take seconds to load, which no caller should wait for
    shelf = Shelf(opened.store, opened.addresses.catalogue)
    parts = Parts(
        store=opened.store,
        finder=finder,
        shelf=shelf,
        gatherer=Gatherer(ranker, rarity.weight, shelf, weigher.prepared, Membership.load()),
        counterparts=Counterparts(opened.store, ranker),
        support=support,
        addresser=opened.addresses.addressed,
        clean=clean_question,
        today=today,
        model=model,
    )
    return Assistant(parts, opened.version)
