"""The console's page in Gradio: its parts, and which action changes which of them."""

# No postponed annotations here: Gradio reads the type of ``event`` from the handler itself.

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from api.catalogue import Counts
from api.console.desk import EVERYWHERE, Desk, Screen
from api.console.examples import topics
from api.console.view import Turn, sources_html
from api.pages.rendering import render
from api.requests import QUESTION_MAX, regions_of

if TYPE_CHECKING:
    import gradio

Turns = tuple[Turn, ...]
PLACEHOLDER = "请输入要查的政策问题"
FOLLOW_UP = "继续追问，或换一个问题"

# Gradio hands a click inside our HTML to Python as an event of our own.
ASK_OR_SHOW_ON_CLICK = """
element.addEventListener('click', (event) => {
  const asked = event.target.closest('[data-ask]');
  if (asked) trigger('ask', { question: asked.dataset.ask });
  const shown = event.target.closest('[data-show]');
  if (shown) trigger('show', { number: Number(shown.dataset.show) });
});
"""


def build_blocks(desk: Desk, counts: Counts) -> "gradio.Blocks":
    """The whole page."""
    import gradio as gr  # 2–5 s: imported when the console is built, not when the server starts

    shelf = desk.assistant.store
    welcome = render("welcome.html", topics=topics(shelf))
    no_sources = sources_html(None, shelf)
    html = partial(gr.HTML, apply_default_css=False)
    blocks: gradio.Blocks
    with gr.Blocks(title="政问 · 坐席台", analytics_enabled=False, fill_width=True) as blocks:
        turns = gr.State(())
        html(render("masthead.html", counts=counts), elem_id="masthead")
        with gr.Row(elem_id="desk"):
            with gr.Column(scale=7, elem_id="talk"):
                with gr.Row(elem_id="composer"):
                    region = gr.Dropdown(
                        [EVERYWHERE, *regions_of(shelf)],
                        value=EVERYWHERE,
                        label="适用地区",
                        elem_id="region",
                        min_width=130,
                    )
                    box = gr.Textbox(
                        label="问题",
                        placeholder=PLACEHOLDER,
                        lines=1,
                        max_lines=4,
                        max_length=QUESTION_MAX,
                        autofocus=True,
                        elem_id="question",
                    )
                    send = gr.Button("提问", variant="primary", elem_id="send", min_width=90)
                    fresh = gr.Button("新通话", elem_id="fresh", min_width=90)
                current = html(welcome, js_on_load=ASK_OR_SHOW_ON_CLICK, elem_id="current")
                further = html("", js_on_load=ASK_OR_SHOW_ON_CLICK, elem_id="further")
            with gr.Column(scale=5, elem_id="basis"):
                sources = html(no_sources, elem_id="sources")

        screen = [current, sources, further, turns]

        def asked(question: str, region: str, turns: Turns) -> Iterator[tuple[Any, ...]]:
            if not question.strip():
                yield (gr.skip(),) * 5
                return
            for shown in desk.ask(question, region, turns):
                yield gr.update(value="", placeholder=FOLLOW_UP), *_values(shown)

        def clicked(event: gr.EventData, region: str, turns: Turns) -> Iterator[tuple[Any, ...]]:
            yield from asked(event.question, region, turns)

        def brought_back(event: gr.EventData, turns: Turns) -> tuple[Any, ...]:
            return _values(desk.show(event.number, turns))

        def restarted() -> tuple[Any, ...]:
            return gr.update(value="", placeholder=PLACEHOLDER), welcome, no_sources, "", ()

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        gr.on(
            [box.submit, send.click],
            asked,
            [box, region, turns],
            [box, *screen],
            **quiet,
        )
        for panel in (current, further):
            panel.ask(clicked, [region, turns], [box, *screen], **quiet)
        further.show(brought_back, [turns], screen, **quiet)
        fresh.click(restarted, None, [box, *screen], **quiet)
    return blocks


def _values(screen: Screen) -> tuple[Any, ...]:
    return screen.current, screen.sources, screen.further, screen.turns
