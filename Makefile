# 一线服务课 · Frontline Service Course. `make` alone lists what can be done.
# Needs Python 3.11+, git and make; everything else is installed into .venv, again when requirements*.txt change.

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help serve build release prints check explain fix test proof quick coverage lint tidy test-setup browser planted search-report shots bench status schedule terms publish review new accept editor contributing fonts requirements clean

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
# What builds: mkdocs, or properdocs, which goes on with it (in requirements-dev.txt) and makes the same bytes.
ENGINE ?= mkdocs

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# The lists are complete and every file in them has a hash, so pip looks for nothing else, resolves nothing and builds nothing.
PIP := $(PY) -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps --only-binary :all:
UV := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --custom-compile-command 'make requirements'

# Material prints an end-of-life banner with every command, and a plugin of ProperDocs' friends may; ARCHITECTURE.md says how we leave MkDocs.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export DENO_NO_UPDATE_CHECK := 1
export PYTHONPATH := hooks:tests:tools
# Chinese is read and printed alike on a machine set to any language.
export PYTHONUTF8 := 1

OURS := hooks tests tools bench
# As many processes as tests/conftest.py says; the tests of a file stay together, because they share what is costly to make.
AT_ONCE := -n auto --dist loadfile --no-loadscope-reorder
# What is quick makes nothing that costs.
SPREAD := -n auto --dist worksteal

help: ## 列出可用的命令 / list what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.build ## 边改边看 / see the site while you write; ADDRESS=127.0.0.1:8000
	@echo "中文 http://$(ADDRESS)/ · English http://$(ADDRESS)/en/ · Ctrl+C"
	@$(PY) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

build: $(VENV)/.build ## 生成 site/ / write the finished site to site/
	$(PY) -m $(ENGINE) build --strict --config-file mkdocs.yml

release: build ## 打包：网站、打印稿、校验值，写到 dist/ / zips of site and prints and their hashes, in dist/
	@$(PY) tools/release.py site dist

prints: $(VENV)/.build ## 打印稿，写到 prints/：make prints PAGE=C09 / handouts, keys, cards, the book
	@$(PY) -m course prints $(PAGE)

check: $(VENV)/.build ## 检查内容 / check the content, without building
	@$(PY) -m course check

explain: $(VENV)/.build ## 检查的代码是什么意思：make explain CODE=E302 / what a code of the check means
	@$(PY) -m course explain $(CODE)

fix: $(VENV)/.build ## 代改标点、空格、换行 / mend stops, spaces and line ends, in place
	@$(PY) -m course fix

test: browser $(VENV)/.dev check lint ## 检查内容，测试软件 / content, format, lint, types, all tests of the software
	$(PY) -m pytest $(AT_ONCE) -m "not thorough"

proof: browser $(VENV)/.dev ## 整门课逐项验：网页、打印稿、种下的错、少见的错 / every page, print and planted mistake, and what seldom breaks
	$(PY) -m pytest $(AT_ONCE) -m "proof or thorough" --proof --hypothesis-profile proof

quick: $(VENV)/.dev lint ## 一分钟内的测试 / what needs no course on the disk, no site and no browser: under a minute
	$(PY) -m pytest $(SPREAD) -m "not slow and not thorough" --hypothesis-profile quick

coverage: browser $(VENV)/.dev ## 测到了多少代码 / how much of the code the tests reach, 95 % at least
	$(PY) -m pytest $(AT_ONCE) -m "not browser" --ignore tests/test_planted.py --cov --cov-report=term

lint: $(VENV)/.dev ## 格式、写法、类型 / format, lint and types of Python, scripts and style sheets
	$(PY) -m ruff format --check $(OURS)
	$(PY) -m ruff check $(OURS)
	$(BIN)/deno fmt --check
	$(BIN)/deno lint
	$(PY) -m mypy

tidy: $(VENV)/.dev ## 代排格式 / put Python, scripts and style sheets into our format
	$(PY) -m ruff format $(OURS)
	$(BIN)/deno fmt

test-setup: ## 从零装两遍：最老的 pip 和最新的 / install from nothing, with the oldest pip and with today's
	@$(MAKE) --no-print-directory -j2 fresh-oldest fresh-newest

browser: ## 装测试要用的浏览器等，先问再装 / the browser and what else tests need of the system; says and asks first
	@$(NEEDS_PYTHON)
	@"$(PYTHON)" tools/setup_browser.py

planted: $(VENV)/.dev ## 检查抓得住多少错 / what share of planted mistakes the checks find
	@$(PY) tools/planted_report.py

search-report: browser $(VENV)/.dev build ## 搜索质量 / how well the search finds things
	$(PY) tests/site_server.py $(PY) tools/search_report.py --browser "$$($(PY) tools/setup_browser.py --which)"

shots: browser $(VENV)/.dev build ## 截图 / screenshots of every kind of page
	$(PY) tools/shots.py site shots

bench: $(VENV)/.dev build ## 量一量速度和大小 / measure speed and weight
	$(BIN)/python bench/build.py
	$(BIN)/python bench/check.py
	$(BIN)/python bench/weight.py
	$(BIN)/python bench/prints.py

status: $(VENV)/.build ## 翻译状态和到期的依据 / what of the English is missing or behind, which references are due
	@$(PY) -m course status

schedule: $(VENV)/.build ## 课程安排的分钟数 / every session plan against its target
	@$(PY) -m course schedule

terms: $(VENV)/.build ## 标在别的词里的术语 / terms that may be marked inside another word
	@$(PY) -m course terms

publish: $(VENV)/.build ## 记下发布的地址 / note every published address and code, before a release
	@$(PY) -m course publish

review: $(VENV)/.build ## 这次改动怎么样：make review BASE=origin/main / what a change does, as a report in review/
	@$(PY) -m course review --base "$(or $(BASE),origin/main)"

new: $(VENV)/.build ## 新写一页：make new KIND=case / a new case, principle, chapter or form
	@$(PY) -m course new $(KIND)

accept: $(VENV)/.build ## 确认英文已跟上：make accept PAGE=C09 / record that the English is current
	@$(PY) -m course accept $(PAGE)

editor: $(VENV)/.build ## 给编辑器的补全 / write what code editors complete from
	$(PY) -m course editor

requirements: $(VENV)/.dev ## 由 .in 重写带哈希的版本表 / write the pinned versions from the .in files
	$(UV) requirements.in -o requirements.txt
	$(UV) requirements-dev.in -o requirements-dev.txt

contributing: $(VENV)/.dev ## 由 explanations.yml 重写指南里的表 / write the guides' table of messages anew
	$(PY) tools/contributing.py

fonts: $(VENV)/.dev ## 重做打印稿的字体 / cut the fonts of the printed editions anew
	$(PY) tools/print_fonts.py

clean: ## 删除生成的东西 / delete what was generated
	rm -rf site site.building* site.old* dist dist.building* dist.old* review prints $(VENV) .fresh .coverage .coverage.* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

define NEEDS_PYTHON
"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
  echo "需要 Python 3.11 以上；可以指明另一个：make PYTHON=python3.12 …" >&2; \
  echo "Python 3.11 or newer is needed; name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
endef

# The marks are written last, so that an installation that was cut short is done again.

$(VENV)/.made:
	@$(NEEDS_PYTHON)
	@"$(PYTHON)" -m venv --clear $(VENV) || { \
	  echo "建不了 .venv；Debian 和 Ubuntu 先运行：sudo apt install python3-venv" >&2; \
	  echo "Could not make .venv; on Debian and Ubuntu run first: sudo apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.build: requirements.txt $(VENV)/.made
	@echo "安装建站用的库 / installing what builds the site ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.build
	@echo "安装检查用的库 / installing what checks it ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

# What a fresh machine goes through, with the pip of Python 3.11.0 (later Pythons keep the one they bring) and with the newest.
fresh-oldest: WANTED := pip==22.3; python_version < "3.12"
fresh-newest: WANTED := pip
fresh-oldest fresh-newest: fresh-%:
	@rm -rf .fresh/$*
	@$(MAKE) --no-print-directory VENV=.fresh/$* .fresh/$*/.made
	@.fresh/$*/bin/python -m pip --disable-pip-version-check --quiet install --upgrade '$(WANTED)'
	@$(MAKE) --no-print-directory VENV=.fresh/$* .fresh/$*/.dev
	@.fresh/$*/bin/python -m pip --version && .fresh/$*/bin/python -m pip check
	@rm -rf .fresh/$*
