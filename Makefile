# 政问：make 或 make help 列出全部命令
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
HOST ?= 127.0.0.1
PORT ?= 8000

$(READY): pyproject.toml constraints.txt
	@echo "安装依赖（首次约三分钟）……"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

.PHONY: help setup index run test lint bench eval clean
help: ## 列出全部命令
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY) ## 建虚拟环境，装好固定版本的依赖

index: $(READY) ## 建立（或更新）索引
	$(BIN)/zhengwen index

run: index ## 装好一切，建索引，启动服务
	$(BIN)/zhengwen serve --host $(HOST) --port $(PORT)

test: $(READY) ## 装好一切，运行全部测试
	$(BIN)/python -m pytest

lint: $(READY) ## 代码检查：ruff 与 mypy（严格模式）
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: index ## 检索基准：召回率与延迟
	$(BIN)/zhengwen bench retrieval

eval: index ## 用标准问答评测，生成报告
	$(BIN)/zhengwen eval

clean: ## 删除虚拟环境与索引
	rm -rf $(VENV) var
