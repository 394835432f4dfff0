"""Training: the parts by hand-worked cases, and a whole small run from files to weights."""

from __future__ import annotations

import json
import random
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from rich.progress import Progress

from index.encoder import load_encoder
from index.encoder.clauses import cut
from index.encoder.errors import RecipeInvalid, TrainingDataInvalid, TrainingDataMissing
from index.encoder.training.bags import Bags
from index.encoder.training.documents import documents_of
from index.encoder.training.evaluate import best_articles, measure
from index.encoder.training.laws import current_files
from index.encoder.training.lay import lay_words, pieces_of, read_words, rewritten
from index.encoder.training.material import Asked, Material, Text
from index.encoder.training.model import TrainableTable, encode_queries
from index.encoder.training.negatives import CorpusNegatives
from index.encoder.training.pairs import Cloze
from index.encoder.training.questions import HELD_OUT, add_lay_questions, add_pairs, places_of
from index.encoder.training.recipe import Recipe, Stage, read_recipe
from index.encoder.training.train import siblings_of, train
from index.encoder.training.vocabulary import features_of
from tests.unit.encoder.conftest import LINES, small_material

HELD_OUT_QUESTIONS = Path(__file__).parents[4] / "shared" / "data" / "stard" / "queries.train.jsonl"


def bags(*rows: list[int]) -> Bags:
    return Bags.of([np.array(row, dtype=np.int64) for row in rows])


def listed(found: Bags) -> list[list[int]]:
    return [row.tolist() for row in np.split(found.ids, found.offsets[1:-1])]


def test_bags_are_taken_poured_together_and_thinned() -> None:
    some = bags([1, 2], [], [3], [4, 5, 6])
    assert listed(some.take(np.array([3, 0, 1]))) == [[4, 5, 6], [1, 2], []]
    assert listed(some.ranges(np.array([0, 2]), np.array([3, 4]))) == [[1, 2, 3], [3, 4, 5, 6]]
    assert listed(some.thinned(some.ids % 2 == 0)) == [[2], [], [], [4, 6]]
    assert listed(Bags.join([some, bags([7])])) == [[1, 2], [], [3], [4, 5, 6], [7]]


def test_a_text_is_cut_into_clauses_without_losing_a_character() -> None:
    text = "进口货物，应当申报。逾期的，由海关征收滞报金；\n滞报金按日计征。"
    assert "".join(cut(text)) == text
    assert len(cut(text)) > 2
    assert cut("") == [""]


def test_a_cloze_asks_with_clauses_that_its_passage_then_lacks() -> None:
    features = features_of(small_material(), words=50, bigrams=50)
    documents = documents_of(features, [("", "".join(body for _, body in LINES))])
    documents.clauses.ids[:] = np.arange(len(documents.clauses.ids))
    pairs = Cloze(documents, np.array([0]), kept=0.0).draw(40, np.random.default_rng(1))
    everything = set(documents.clauses.ids.tolist())
    for query, body in zip(listed(pairs.queries), listed(pairs.bodies), strict=True):
        assert query
        assert not set(query) & set(body)
        assert set(query) | set(body) == everything


def test_corpus_negatives_never_hold_an_answer_or_its_friend() -> None:
    material = small_material(copies=1)
    features = features_of(material, words=50, bigrams=50)
    documents = documents_of(features, [(text.head, text.body) for text in material.texts])
    table = TrainableTable(np.ones(len(features), dtype=np.float32), 8, seed=0)
    negatives = CorpusNegatives(
        documents, np.arange(4), always=np.array([1]), friends={2: {2, 3}}, size=10
    )
    negatives.refresh(table)
    queries = encode_queries(table, bags([1], [2]))
    scores = negatives.scores(queries, np.array([2, 0]), np.random.default_rng(0))
    assert np.isneginf(scores.numpy()).tolist() == [
        [False, False, True, True],
        [True, False, False, False],
    ]


def test_rewriting_puts_everyday_words_for_terms_and_leaves_other_clauses_alone() -> None:
    rng = random.Random(1)
    made = {rewritten("民法典", ["承租人应当按照约定的期限支付租金。"], rng) for _ in range(40)}
    assert any("房租" in question for question in made)
    assert any(word in question for question in made for word in lay_words()["承租人"])
    assert rewritten("某书", ["甲乙丙丁戊己庚辛壬癸。"], rng) == ""


def test_the_longest_term_is_taken_first_and_the_rest_stays() -> None:
    terms = {"租金": ("房租",), "租金支付": ("交房租",), "期限": ("时间",)}
    assert list(pieces_of("租金支付期限内", terms)) == ["租金支付", "期限", "内"]
    assert list(pieces_of("", terms)) == []


def test_every_article_of_a_document_that_is_asked_about_competes() -> None:
    material = Material()
    for place in (("甲", "第一条"), ("甲", "第二条"), ("乙", "第一条")):
        material.add(Text("local", place, "", "正文"))
    material.ask("hotline", "怎么办", [1])
    assert siblings_of(material, "hotline") == [0, 1]
    assert siblings_of(material, "lay") == []


def test_everyday_words_of_a_term_in_several_lines_are_joined() -> None:
    lines = ["# 用语\t说法", "租金\t房租 租金", "彩礼\t礼金", "租金\t租房的钱 房租", "", "没有"]
    assert read_words(lines) == {"租金": ("房租", "租房的钱"), "彩礼": ("礼金",)}


def test_no_held_out_question_is_among_the_written_ones() -> None:
    """Whatever is written for training must not repeat what the figures are measured on."""
    if not HELD_OUT_QUESTIONS.is_file():
        pytest.skip("the lay questions are not on this machine")
    rows = [json.loads(line) for line in HELD_OUT_QUESTIONS.read_text("utf-8").splitlines()]
    held_out = {row["query"] for row in rows if row["id"] % HELD_OUT == 0}
    written = Path(str(files("index.encoder.training") / "data" / "lay_questions.txt"))
    lines = written.read_text("utf-8").splitlines()
    asked = {question for line in lines for question in line.partition(" ")[2].split("；")}
    assert not held_out & asked


def test_an_article_is_found_once_by_its_best_passage() -> None:
    scores = np.array([0.1, 0.9, 0.8, 0.7, 0.2], dtype=np.float32)
    owners = np.array([5, 7, 7, 5, 9])
    assert best_articles(scores, owners, 2).tolist() == [7, 5]


def test_recall_is_the_share_of_answers_found() -> None:
    class Fixed:
        name = fingerprint = "fixed"
        dimensions = 2

        def encode_queries(self, texts: list[str]) -> np.ndarray:
            return np.tile(np.array([[1.0, 0.0]], dtype=np.float32), (len(texts), 1))

        encode_passages = encode_queries

    angles = np.linspace(0, 1, 30)
    articles = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    figures = measure(Fixed(), [Asked("问", (1, 20))], articles, np.arange(30))
    assert figures.recall == {1: 0.0, 5: 0.5, 10: 0.5, 100: 1.0}
    assert figures.reciprocal_rank == 0.5


def test_of_several_versions_of_a_law_the_youngest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "行政法"
    folder.mkdir()
    for name in ("海关法(2017-11-04).md", "海关法(2021-04-29).md", "_index.md", "税法.md"):
        (folder / name).write_text("# 法\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("读我", encoding="utf-8")
    assert [path.name for path in current_files(tmp_path)] == ["海关法(2021-04-29).md", "税法.md"]


def test_held_out_questions_are_only_measured_on(tmp_path: Path) -> None:
    material = small_material()
    places = places_of(material)
    gold = [{"file": "民法典 租赁.md", "article": "第0条"}]
    rows = [{"id": i, "query": f"问{i}", "gold": gold, "answer": "答复很长很长"} for i in range(20)]
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    material.asked.clear()
    add_lay_questions(material, path, places)
    assert [asked.question for asked in material.tuning] == ["问0", "问10"]
    assert [asked.question for asked in material.report] == ["问5", "问15"]
    trained = {asked.question for asked in material.asked["lay"]}
    assert trained == {f"问{i}" for i in range(20) if i % HELD_OUT}
    assert len(material.asked["answers"]) == len(material.asked["replies"]) == 16


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"query": "问", "passage": "答", "source": "drcd"}\n{broken\n')
    with pytest.raises(TrainingDataInvalid, match="第 2 行"):
        add_pairs(Material(), path)


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingDataMissing, match=r"laws\.tar\.xz"), Progress(disable=True) as bars:
        train(tmp_path, tmp_path / "out", Recipe(), bars)


def test_a_recipe_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    path.write_text('{"dimension": 256}', encoding="utf-8")
    with pytest.raises(RecipeInvalid, match="dimension"):
        read_recipe(path)
    path.write_text(Recipe(seed=3).model_dump_json(), encoding="utf-8")
    assert read_recipe(path).seed == 3


LAW = """# 中华人民共和国{name}

2020年1月1日 公布

<!-- INFO END -->

## 第一章 总则

第一条 {first}

第二条 {second}
"""
LAWS = {
    "租赁法": ("出租人应当按照约定将租赁物交付承租人，并保持租赁物符合约定的用途。",
             "承租人应当按照约定的期限支付租金，无正当理由未支付的，出租人可以请求支付。"),
    "报关法": ("进出口货物收发货人应当如实申报，交验进出口许可证件和有关单证。",
             "进口货物的收货人超过规定期限申报的，由海关征收滞报金，滞报金按日计征。"),
    "动物法": ("饲养的动物造成他人损害的，动物饲养人或者管理人应当承担侵权责任。",
             "遗弃、逃逸的动物造成他人损害的，由原饲养人或者管理人承担侵权责任。"),
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory of the real layout, three laws small."""
    root = tmp_path / "data"
    for folder in ("laws/民法典", "stard", "pairs", "customs"):
        (root / folder).mkdir(parents=True)
    for name, (first, second) in LAWS.items():
        law = LAW.format(name=name, first=first, second=second)
        (root / "laws" / "民法典" / f"{name}.md").write_text(law, encoding="utf-8")
    gold = [{"file": "民法典/租赁法.md", "article": "第二条"}]
    rows = [
        {
            "id": i,
            "query": f"房东催房租{i}怎么办",
            "gold": gold,
            "answer": "您好，承租人应当支付租金。",
        }
        for i in range(11)
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (root / "stard" / "queries.train.jsonl").write_text(lines, encoding="utf-8")
    pair = {"query": "狗咬人谁负责", "passage": f"动物法第一条 {LAWS['动物法'][0]}"}
    read = {
        "query": "梵语是谁研究的",
        "passage": "在欧洲，梵语的学术研究由陆特开创。后来琼斯也有贡献。",
    }
    lines = [{**pair, "source": "lawyer_llama_silver"}, {**read, "source": "drcd"}]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (root / "pairs" / "pairs.jsonl").write_text(text, encoding="utf-8")
    notice = {
        "id": "1",
        "title": "滞报金公告",
        "text": "进口货物应当按期申报。超期的，征收滞报金。",
    }
    (root / "customs" / "notices.jsonl").write_text(json.dumps(notice), encoding="utf-8")
    return root


@pytest.fixture
def tiny_recipe() -> Recipe:
    mix = {"cloze": 8, "rewritten": 8, "lay": 16, "consultation": 4, "titles": 2, "side cloze": 2}
    stage = Stage(
        name="小", steps=12, rate=0.05, mix=mix, against_corpus=frozenset({"lay"}), refresh=4
    )
    return Recipe(dimensions=16, words=400, bigrams=400, negatives=50, stages=(stage,))


@pytest.fixture
def no_written_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's own written questions name articles of laws that the small data lack."""
    monkeypatch.setattr(
        "index.encoder.training.train.add_written_questions", lambda material, places: None
    )


@pytest.mark.usefixtures("no_written_questions")
def test_a_whole_run_writes_weights_that_load_and_repeat(
    data: Path, tiny_recipe: Recipe, tmp_path: Path
) -> None:
    with Progress(disable=True) as bars:
        first = train(data, tmp_path / "first", tiny_recipe, bars)
        second = train(data, tmp_path / "second", tiny_recipe, bars)
    assert first.fingerprint == second.fingerprint
    assert first.tuning.questions == 2
    assert first.report.questions == 1
    assert first.tuning.recall[1] == 1.0
    assert read_recipe(tmp_path / "first" / "recipe.json") == tiny_recipe
    card = (tmp_path / "first" / "README.md").read_text(encoding="utf-8")
    assert first.fingerprint in card
    assert "{{" not in card
    encoder = load_encoder(str(tmp_path / "first"))
    assert encoder.dimensions == 16
    assert encoder.fingerprint == first.fingerprint
