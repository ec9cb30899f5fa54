# The verbs of the project; `make` alone lists them.

.PHONY: help
help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The browser's engine: the portable modules as Embedded WebAssembly. The package links libm on
# Linux and SwiftPM does so here too, hence the empty archive.
ENGINE = .build-wasm
TOOLCHAIN = $(shell dirname "$$(dirname "$$(readlink -f "$$(command -v swiftc)")")")

.PHONY: wasm
wasm: ## build the browser's engine and try its allocator
	@mkdir -p $(ENGINE)
	@printf '!<arch>\n' > $(ENGINE)/libm.a
	@sed -e 's|@TOOLCHAIN@|$(TOOLCHAIN)|' -e 's|@SCRATCH@|$(CURDIR)/$(ENGINE)|' \
	  site/engine/toolset.json.in > $(ENGINE)/toolset.json
	swift build -c release --triple wasm32-unknown-none-wasm --toolset $(ENGINE)/toolset.json \
	  --product DescentWeb --scratch-path $(ENGINE)
	@cp $(ENGINE)/release/DescentWeb.wasm site/engine/engine.wasm
	node Tests/web/heap.mjs site/engine/engine.wasm

.PHONY: bench
bench: ## measure the optimizers against their peers (installs them apart; takes half an hour)
	python3 Benchmarks/bench.py
