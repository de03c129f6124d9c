# What there is to do with the project, one command each: `make help`.

SWIFT ?= swift
SWIFTFLAGS ?=
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60

binary = .build/release/bsearch
demo_index = .build/demo.index
search = $(binary) --index $(demo_index) --format human --limit 3
fuzzing = .build/fuzzing
fuzzer = $(fuzzing)/release/fuzz-index
sources = Package.swift Sources Tests \
  Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks

.PHONY: help setup build demo test fuzz bench bench-check bench-compare bench-scale bench-update bench-parsing \
  lint format install

help: ## list this
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

setup: ## install what is missing, on Debian and its kin
	@SWIFT="$(SWIFT)" scripts/setup

build: setup ## build the command for release
	$(SWIFT) build -c release --static-swift-stdlib --product bsearch

demo: build ## index the corpus and search it
	$(binary) index corpus/bulletins --index $(demo_index)
	$(search) 5G基站
	$(search) 岚云一号 验收
	$(search) 罗一帆

test: setup ## run all tests; .build/test.log has all that they say
	@SWIFT="$(SWIFT)" scripts/test $(SWIFTFLAGS)

fuzz: setup ## let a fuzzer damage indexes, and ask them everything; FUZZ_SECONDS=…
	$(SWIFT) build -c release --package-path Tests/Fuzzing --scratch-path $(fuzzing) \
	  --product fuzz-index -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld \
	  -Xswiftc -enable-testing
	@mkdir -p $(fuzzing)/corpus
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=malloc_context_size=0 \
	  $(fuzzer) $(fuzzing)/corpus -artifact_prefix=$(fuzzing)/ \
	  -max_len=66 -len_control=0 -entropic=0 -timeout=10 -rss_limit_mb=2048 \
	  -malloc_limit_mb=1024 -detect_leaks=0 -max_total_time=$(FUZZ_SECONDS) $(FUZZFLAGS)

bench: setup ## measure; BSEARCH_BENCH_PATH=… for files of your own
	SWIFT="$(SWIFT)" Benchmarks/Comparison/suite $(BENCHFLAGS)

bench-check: setup ## measure, and fail if it takes more than the thresholds allow
	SWIFT="$(SWIFT)" Benchmarks/Comparison/suite --check $(BENCHFLAGS)

bench-compare: setup ## measure other engines beside ours; BENCHFLAGS=… for options
	SWIFT="$(SWIFT)" Benchmarks/Comparison/compare $(BENCHFLAGS)

bench-scale: build ## index and ask corpora of growing size; BENCHFLAGS=… for options
	SWIFT="$(SWIFT)" Benchmarks/Comparison/scale $(BENCHFLAGS)

bench-update: setup ## update an index issue by issue; CORPUS=… for a file or folder, BENCHFLAGS=… for options
	SWIFT="$(SWIFT)" Benchmarks/Comparison/updates $(CORPUS) $(BENCHFLAGS)

bench-parsing: build ## compare with hand marks how issues are read; PUBLISHERS=… for the folder
	Benchmarks/Parsing/score $(PUBLISHERS) $(BENCHFLAGS)

lint: ## check format, length of files, libraries of what is built
	$(SWIFT) format lint --strict --recursive $(sources)
	@find $(sources) -name '*.swift' -exec awk \
	  'FNR == 601 { print FILENAME ": more than 600 lines"; long = 1 } END { exit long }' {} +
	@for built in .build/debug/bsearch $(binary); do \
	  test ! -e $$built || ! objdump -p $$built | grep -F libFoundation.so || exit 1; \
	done

format: ## format all sources
	$(SWIFT) format --in-place --recursive $(sources)

install: build ## install the command below PREFIX, without its symbols
	install -D -s -m 755 $(binary) "$(DESTDIR)$(PREFIX)/bin/bsearch"
