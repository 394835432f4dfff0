"""What the console says while each stage of the pipeline is at work."""

from __future__ import annotations

from api.console.view import STAGE_WORDS
from assistant.pipeline import PIPELINE
from assistant.service import WRITE


def test_every_stage_has_words_and_no_words_have_lost_their_stage() -> None:
    assert set(STAGE_WORDS) == {stage.name for stage in PIPELINE} | {WRITE}
