# What there is to do with the project, one command each: `make help`.

SWIFT ?= swift
SWIFTFLAGS ?=
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60

binary = .build/release/bsearch
demo_index = .build/demo.index
demo_documents = .build/demo-documents.index
search = $(binary) --index $(demo_index) --format human --limit 3
search_documents = $(binary) --index $(demo_documents) --format human --limit 3
sources = Package.swift Sources Tests Examples \
  Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks

.PHONY: help setup build demo test test-assistant test-page test-cluster fuzz bench bench-check bench-compare bench-scale bench-update \
  bench-parsing bench-documents bench-growth bench-shards bench-cluster nightly lint format install

help: ## list this
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

setup: ## install what is missing, on Debian and its kin
	@SWIFT="$(SWIFT)" scripts/setup

build: setup ## build the command and the programs beside it for release
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch-extract
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch-mcp
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch-serve
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch-shard

demo: build ## index the corpus and search it
	$(binary) index corpus/bulletins --index $(demo_index)
	$(search) 5G基站
	$(search) 岚云一号 验收
	$(search) 罗一帆
	$(binary) index corpus/documents --index $(demo_documents)
	$(search_documents) 罗一帆

test: setup ## run all tests; .build/test.log has all that they say
	@SWIFT="$(SWIFT)" scripts/test $(SWIFTFLAGS)

test-assistant: build ## let the Model Context Protocol's own client, which is installed below .build, ask bsearch mcp
	scripts/test-assistant $(binary) $(ASSISTANTFLAGS)

test-page: build ## test the page and the interface of the server in a browser; PAGEFLAGS=… for parts of it
	scripts/test-page $(PAGEFLAGS)

test-cluster: build ## test the cluster on Ray, which is installed below .build; CLUSTERFLAGS=--long for 200 kills, or names of tests
	scripts/test-cluster $(binary) $(CLUSTERFLAGS)

fuzz: setup ## let a fuzzer make up damage to indexes, files, queries and dictionaries; FUZZ_SECONDS=… for each kind
	@SWIFT="$(SWIFT)" scripts/fuzz $(FUZZ_SECONDS) $(FUZZFLAGS)

nightly: build ## let kills, errors, mutations, fuzzers, growth and random sequences run for an hour
	@SWIFT="$(SWIFT)" scripts/nightly $(NIGHTLYFLAGS)

bench: setup ## measure; BSEARCH_BENCH_PATH=… for files of your own
	SWIFT="$(SWIFT)" Benchmarks/Comparison/suite $(BENCHFLAGS)

bench-check: setup ## measure, and fail if it takes more than the thresholds allow
	SWIFT="$(SWIFT)" Benchmarks/Comparison/suite --check $(BENCHFLAGS)

bench-compare: setup ## measure other engines beside ours; BENCHFLAGS=… for options; with CORPUS=… as a user asks, ASKFLAGS=…
	SWIFT="$(SWIFT)" Benchmarks/Comparison/compare $(BENCHFLAGS)
ifdef CORPUS
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch
	SWIFT="$(SWIFT)" Benchmarks/Comparison/ask $(CORPUS) $(ASKFLAGS)
endif

bench-scale: build ## index and ask corpora of growing size; BENCHFLAGS=… for options
	SWIFT="$(SWIFT)" Benchmarks/Comparison/scale $(BENCHFLAGS)

bench-growth: build ## see whether time and memory grow faster than files, queries and results; BENCHFLAGS=--full for the limits
	SWIFT="$(SWIFT)" Benchmarks/Comparison/growth $(BENCHFLAGS)

bench-shards: build ## compare shards with an index of the same CORPUS=…, files or folders, and time both; BENCHFLAGS=… for options
	Benchmarks/Shards/compare $(binary) $(CORPUS) $(BENCHFLAGS)

bench-cluster: build ## measure what the distribution of CORPUS=…, a file of JSON lines, costs; BENCHFLAGS=… for options
	scripts/test-cluster $(binary) tests.test_collection
	BSEARCH=$(abspath $(binary)) .build/cluster/bin/python cluster/bench $(CORPUS) $(BENCHFLAGS)

bench-update: setup ## update an index issue by issue; CORPUS=… for a file or folder, BENCHFLAGS=… for options
	SWIFT="$(SWIFT)" Benchmarks/Comparison/updates $(CORPUS) $(BENCHFLAGS)

bench-parsing: build ## compare with hand marks how issues are read; PUBLISHERS=… for the folder
	Benchmarks/Parsing/score $(PUBLISHERS) $(BENCHFLAGS)

bench-documents: setup ## compare what is read of documents with what is known to stand in them; DOCUMENTS=… for the folder
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch-extract
	Benchmarks/Documents/score $(DOCUMENTS) $(BENCHFLAGS)

lint: ## check format, length of files, libraries of what is built
	$(SWIFT) format lint --strict --recursive $(sources)
	@find $(sources) -name '*.swift' -exec awk \
	  'FNR == 601 { print FILENAME ": more than 600 lines"; long = 1 } END { exit long }' {} +
	@for built in $(foreach name,bsearch bsearch-extract bsearch-serve bsearch-mcp bsearch-shard,.build/debug/$(name) .build/release/$(name)); do \
	  test ! -e $$built || ! objdump -p $$built | grep -F libFoundation.so || exit 1; \
	done

format: ## format all sources
	$(SWIFT) format --in-place --recursive $(sources)

install: build ## install the programs, without their symbols, the manual and the completions of shells below PREFIX
	install -D -s -m 755 $(binary) "$(DESTDIR)$(PREFIX)/bin/bsearch"
	install -D -s -m 755 $(binary)-extract "$(DESTDIR)$(PREFIX)/bin/bsearch-extract"
	install -D -s -m 755 $(binary)-mcp "$(DESTDIR)$(PREFIX)/bin/bsearch-mcp"
	install -D -s -m 755 $(binary)-shard "$(DESTDIR)$(PREFIX)/bin/bsearch-shard"
	install -D -s -m 755 $(binary)-serve "$(DESTDIR)$(PREFIX)/bin/bsearch-serve"
	rm -rf .build/manual && mkdir -p .build/manual/en .build/manual/zh
	for language in en zh; do $(binary) man --no-config --lang $$language --to .build/manual/$$language || exit 1; done
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/man/man1" .build/manual/en/*.1
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/man/man7" .build/manual/en/*.7
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/man/zh_CN/man1" .build/manual/zh/*.1
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/man/zh_CN/man7" .build/manual/zh/*.7
	for shell in bash zsh fish; do $(binary) completions $$shell --no-config > .build/manual/$$shell || exit 1; done
	install -D -m 644 .build/manual/bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/bsearch"
	install -D -m 644 .build/manual/zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_bsearch"
	install -D -m 644 .build/manual/fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/bsearch.fish"
