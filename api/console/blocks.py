"""The console's page in Gradio: its parts, and which action changes which of them."""

# No postponed annotations here: Gradio reads the type of ``event`` from the handler itself.

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from api.catalogue import Counts
from api.console.desk import EVERYWHERE, Desk, Screen
from api.console.examples import topics
from api.console.keeping import kept, restored
from api.console.view import Turn, sources_html
from api.pages.rendering import render
from api.requests import QUESTION_MAX, regions_of

if TYPE_CHECKING:
    import gradio

Turns = tuple[Turn, ...]
Values = tuple[Any, ...]
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


# The tab keeps its own call: two calls in two tabs of one seat must not mix.
KEEP = "(call) => { sessionStorage.setItem('zhengwen-call', call); }"
RECALL = "() => [sessionStorage.getItem('zhengwen-call') ?? '']"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the page that actions read or change."""

    region: "gradio.Dropdown"
    box: "gradio.Textbox"
    send: "gradio.Button"
    fresh: "gradio.Button"
    current: "gradio.HTML"
    further: "gradio.HTML"
    sources: "gradio.HTML"
    turns: "gradio.State"
    kept: "gradio.Textbox"

    @property
    def screen(self) -> "list[gradio.blocks.Block]":
        """What every answer redraws, in the order of ``_values``."""
        return [self.current, self.sources, self.further, self.turns]


def build_blocks(desk: Desk, counts: Counts) -> "gradio.Blocks":
    """The whole page."""
    import gradio as gr  # 2–5 s: imported when the console is built, not when the server starts

    shelf = desk.assistant.store
    welcome = render("welcome.html", topics=topics(shelf))
    no_sources = sources_html(None, shelf)
    blocks: gradio.Blocks
    with gr.Blocks(title="政问 · 坐席台", analytics_enabled=False, fill_width=True) as blocks:
        parts = _lay_out(render("masthead.html", counts=counts), welcome, no_sources, desk)
        _wire(parts, desk, (welcome, no_sources, "", ()))
        _recall(blocks, parts, desk)
    return blocks


def _lay_out(masthead: str, welcome: str, no_sources: str, desk: Desk) -> Parts:
    import gradio as gr  # see build_blocks

    html = partial(gr.HTML, apply_default_css=False)
    clickable = partial(html, js_on_load=ASK_OR_SHOW_ON_CLICK)
    html(masthead, elem_id="masthead")
    with gr.Row(elem_id="desk"):
        with gr.Column(scale=7, elem_id="talk"):
            with gr.Row(elem_id="composer"):
                region = gr.Dropdown(
                    [EVERYWHERE, *regions_of(desk.assistant.store)],
                    value=EVERYWHERE,
                    label="适用地区",
                    elem_id="region",
                    min_width=130,
                )
                box = gr.Textbox(
                    label="问题",
                    placeholder=PLACEHOLDER,
                    max_lines=4,
                    max_length=QUESTION_MAX,
                    autofocus=True,
                    elem_id="question",
                )
                send = gr.Button("提问", variant="primary", elem_id="send", min_width=90)
                fresh = gr.Button("新通话", elem_id="fresh", min_width=90)
            current = clickable(welcome, elem_id="current")
            further = clickable("", elem_id="further")
        with gr.Column(scale=5, elem_id="basis"):
            sources = html(no_sources, elem_id="sources")
    return Parts(
        region, box, send, fresh, current, further, sources, gr.State(()), gr.Textbox(visible=False)
    )


def _wire(parts: Parts, desk: Desk, start: Values) -> None:
    import gradio as gr  # see build_blocks

    def asked(question: str, region: str, turns: Turns) -> Iterator[Values]:
        if not question.strip():
            yield (gr.skip(),) * 5
            return
        # The box is emptied once: later on the agent may already be typing what comes next.
        box = gr.update(value="", placeholder=FOLLOW_UP)
        for shown in desk.ask(question, region, turns):
            yield box, *_values(shown)
            box = gr.skip()

    def clicked(event: gr.EventData, region: str, turns: Turns) -> Iterator[Values]:
        yield from asked(event.question, region, turns)

    def brought_back(event: gr.EventData, turns: Turns) -> Values:
        return _values(desk.show(event.number, turns))

    def restarted() -> Values:
        # The next caller's place is not known: nothing of the last call may narrow the answers.
        return EVERYWHERE, gr.update(value="", placeholder=PLACEHOLDER), *start

    # A question sent while another is being answered is asked as soon as that one is done.
    when: dict[str, Any] = {
        "show_progress": "hidden",
        "api_visibility": "private",
        "trigger_mode": "always_last",
    }
    everything = [parts.box, *parts.screen]
    given = [parts.region, parts.turns]
    acts = [
        gr.on([parts.box.submit, parts.send.click], asked, [parts.box, *given], everything, **when)
    ]
    for panel in (parts.current, parts.further):
        acts.append(panel.ask(clicked, given, everything, **when))
    parts.further.show(brought_back, [parts.turns], parts.screen, **when)
    acts.append(parts.fresh.click(restarted, None, [parts.region, *everything], **when))
    for act in acts:
        _keep_after(act, parts)


def _keep_after(act: Any, parts: Parts) -> None:
    """Leave the call with the browser whenever ``act`` is done."""
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    left = act.then(kept, [parts.turns], [parts.kept], **quiet)
    left.then(None, [parts.kept], None, js=KEEP, **quiet)


def _recall(blocks: "gradio.Blocks", parts: Parts, desk: Desk) -> None:
    """Bring the call back from the browser when the page opens."""
    import gradio as gr  # see build_blocks

    def recalled(words: str) -> Values:
        turns = restored(words)
        return _values(desk.show(-1, turns)) if turns else (gr.skip(),) * 4

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks.load(recalled, [parts.kept], parts.screen, js=RECALL, **quiet)


def _values(screen: Screen) -> Values:
    return screen.current, screen.sources, screen.further, screen.turns
