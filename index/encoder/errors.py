"""What can be wrong with an encoder, each with a message that says how to put it right."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IndexError_


class EncoderUnreadable(IndexError_):
    """A folder of weights lacks a file, or a file in it is damaged."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"编码器目录 {folder} 无法读取：{reason}。"
            "请用 zhengwen encoder train 重新训练，或在设置里换一个编码器。"
        )


class EncoderUnknown(IndexError_):
    """No folder and no model of this name could be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"无法加载编码器“{name}”：{reason}。应为本地目录、模型名称（如 BAAI/bge-m3）"
            "或向量接口地址（如 http://127.0.0.1:8000/v1#bge-m3）。"
        )


class EndpointFailed(IndexError_):
    """An embedding endpoint could not be reached or answered something else than vectors."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"向量接口 {url} 没有返回可用的向量：{reason}。请检查地址、模型名和密钥。")


class TrainingDataMissing(IndexError_):
    """A file that the recipe trains on is not in the data directory."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"训练数据缺少文件 {path}，请用 --data 指定放有全部训练数据的目录。")


class TrainingDataInvalid(IndexError_):
    """A line of a training file is not as it must be."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"训练数据 {path} 第 {line} 行有误：{reason}。")


class RecipeInvalid(IndexError_):
    """A recipe file is not as it must be."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"训练配方 {path} 有误：{reason}。")
