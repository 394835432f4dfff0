"""A command line or a setting that is wrong is told in Chinese, with what would be right."""

from __future__ import annotations

import sys

import pytest

from cli.main import main


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["ask"], "缺少参数 question"),
        (["ask", "退税", "--indx", "x"], "没有选项 --indx，是不是 --index？"),
        (["ask", "退税", "--region"], "选项 --region 后面少了值"),
        (["ask", "退税", "--as-of", "明天"], "选项 --as-of 不对：应为日期，格式如 2024-01-15"),
        (["ask", "退税", "几天"], "多了参数 (几天)"),
        (["search", "退税", "--k", "0"], "选项 --k 不对：不能小于 1"),
        (["nosuch"], "没有命令 nosuch"),
    ],
)
def test_a_wrong_command_line_says_what_would_be_right(
    given: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["zhengwen", *given])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_wrong_setting_names_its_variable_and_not_its_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHENGWEN_PORT", "geheim")
    monkeypatch.setattr(sys, "argv", ["zhengwen", "serve"])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert ended.value.code == 1
    assert "ZHENGWEN_PORT 应为整数" in told
    assert "geheim" not in told
