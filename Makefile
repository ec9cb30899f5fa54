# The verbs of the project; `make` alone lists them.

ENGINE = .build-wasm
TOOLCHAIN = $(shell dirname "$$(dirname "$$(readlink -f "$$(command -v swiftc)")")")
# Without its symbols the tool is a third smaller; the linker of macOS has no such flag.
RELEASE = -c release --static-swift-stdlib $(if $(filter Linux,$(shell uname -s)),-Xlinker -s)
DESCENT = .build/debug/descent
PYTHON = .build-web/bin/python
PREFIX = /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
TOOL = .build/release/descent
# Lessons made from seeds that every verb and the browser's engine must play alike.
LESSONS = 2000

.PHONY: help
help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install what Debian has to bring: libedit, cmark-gfm, node
	@sh .ci/setup.sh libedit-dev=/usr/include/histedit.h \
	  libcmark-gfm-dev=/usr/include/cmark-gfm.h \
	  libcmark-gfm-extensions-dev=/usr/include/cmark-gfm-core-extensions.h \
	  pkg-config=/usr/bin/pkg-config nodejs=/usr/bin/node

.PHONY: release
release: setup
	swift build $(RELEASE) --product descent

.PHONY: learn
learn: release ## set everything up and open the course
	@.build/release/descent learn

.PHONY: install
install: release wasm install-files ## install to PREFIX (/usr/local), below DESTDIR if it is set

.PHONY: install-files
install-files:
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/descent $(SHARE)/man/man1 $(SHARE)/zsh/site-functions \
	  $(SHARE)/bash-completion/completions $(SHARE)/fish/vendor_completions.d
	install $(TOOL) $(DESTDIR)$(PREFIX)/bin/descent
	rm -rf $(SHARE)/descent/lessons $(SHARE)/descent/site
	cp -R lessons site $(SHARE)/descent
	install -m 644 man/descent.1 $(SHARE)/man/man1
	install -m 644 man/descent.schema.json $(SHARE)/descent
	$(TOOL) --generate-completion-script bash > $(SHARE)/bash-completion/completions/descent
	$(TOOL) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_descent
	$(TOOL) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/descent.fish

.PHONY: man
man: ## write the manual page from the command definitions
	swift build --build-tests
	ACCEPT=1 swift test --skip-build --filter ManualTests || swift test --skip-build --filter ManualTests

.PHONY: test
test: setup ## set everything up and run every test but the browser's
	swift build --build-tests
	LAW=$(LESSONS) LAW_COURSE=$(CURDIR)/.build-law swift test --skip-build --parallel
	$(DESCENT) test --prose lessons README.md
	$(MAKE) test-engine

.PHONY: wasm
wasm: setup ## build the browser's engine and try its allocator
	@mkdir -p $(ENGINE)
	@printf '!<arch>\n' > $(ENGINE)/libm.a
	@sed -e 's|@TOOLCHAIN@|$(TOOLCHAIN)|' -e 's|@SCRATCH@|$(CURDIR)/$(ENGINE)|' \
	  site/engine/toolset.json.in > $(ENGINE)/toolset.json
	swift build -c release --triple wasm32-unknown-none-wasm --toolset $(ENGINE)/toolset.json \
	  --product DescentWeb --scratch-path $(ENGINE)
	@cp $(ENGINE)/release/DescentWeb.wasm site/engine/engine.wasm
	node Tests/web/heap.mjs site/engine/engine.wasm

.PHONY: test-engine
test-engine: site .build-law ## hold the browser's engine to the tool, byte for byte
	node Tests/web/engine.mjs site/engine/engine.wasm _site
	sh Tests/web/transcripts.sh .build-transcripts
	$(DESCENT) build .build-transcripts --output .build-transcripts-site
	node Tests/web/engine.mjs site/engine/engine.wasm .build-transcripts-site
	$(DESCENT) build .build-law --output .build-law-site
	node Tests/web/engine.mjs site/engine/engine.wasm .build-law-site .build-law/verdicts.tsv

.build-law:
	swift build --build-tests
	LAW=$(LESSONS) LAW_COURSE=$(CURDIR)/.build-law swift test --skip-build --filter LawTests

.PHONY: site
site: wasm ## make the course's site in _site
	swift build --product descent
	$(DESCENT) build

.PHONY: test-browser
test-browser: site ## drive the site in Chromium
	@sh .ci/setup.sh chromium=/usr/bin/chromium python3-venv=/usr/share/doc/python3-venv
	test -x $(PYTHON) || python3 -m venv .build-web
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/web/requirements.txt
	$(PYTHON) Tests/web/browser.py _site

.PHONY: test-terminal
test-terminal: ## drive the shell under tmux
	@sh .ci/setup.sh tmux=/usr/bin/tmux
	swift build --product descent
	Tests/terminal/check.sh $(DESCENT)

.PHONY: test-library
test-library: ## build a package that depends on the library alone
	sh Tests/library.sh .build-library

.PHONY: docs
docs: ## make the library's reference in _docs
	sh Tests/docs.sh .build-docs _docs

.PHONY: accept
accept: ## write what the cells of lessons and README compute into them
	swift build --product descent
	$(DESCENT) test --accept lessons README.md

.PHONY: bench
bench: ## measure against peers (installs them apart; about ten minutes)
	python3 Benchmarks/bench.py

.PHONY: format
format: ## write the code as the project writes it
	swift format --in-place --recursive Package.swift Sources Tests

.PHONY: lint
lint: ## judge the code's format, the length of its files and the lines of its scripts
	swift format lint --strict --recursive Package.swift Sources Tests
	@git ls-files '*.swift' '*.c' '*.h' '*.js' '*.css' | grep -v -E 'Fixtures|Table|Generated' | xargs wc -l \
	  | awk '$$1 > 250 && $$2 != "total" { print "over 250 lines: " $$2; bad = 1 } END { exit bad }'
	@git ls-files '*.js' '*.mjs' | xargs awk 'length($$0) > 120 { print "over 120 columns: " FILENAME ":" FNR; bad = 1 } \
	  END { exit bad }'
