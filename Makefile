# Everything that is built, run and tested here goes through these targets.
# README says what a person needs; CONTRIBUTING says how the house stands.

SHELL       := /bin/bash
export GOTOOLCHAIN := local

VERSION     := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
COMMON      := migrated_fynedo,no_emoji,no_animations,test
SYSTEM      := $(shell uname -s)
TAGS        := $(COMMON)$(if $(filter Linux,$(SYSTEM)),$(shell echo ,x11))
FAST        := ci,$(COMMON)
LDFLAGS     := -s -w -X main.version=$(VERSION)
BUILD       := -trimpath -ldflags "$(LDFLAGS)"
WINCC       := x86_64-w64-mingw32-gcc
# rooms that know no toolkit, and so can be vetted for systems that are not here
PLAIN       := $(addprefix ./app/,lesson tally i18n pack directory lint store progress speech desktop vigie-kit)

.PHONY: run test faults fuzz check-all build demo gallery windows bench fonts locales lint vet setup-run setup-test setup-windows

run: setup-run build
	@packaging/run.sh

build:
	@mkdir -p dist
	CGO_ENABLED=1 go build $(BUILD) -tags $(TAGS) -o dist/vigie ./app/vigie
	CGO_ENABLED=0 go build $(BUILD) -o dist/vigie-kit ./app/vigie-kit

test: setup-test build vet
	@packaging/test.sh "$(FAST)"

# The fault bench of the store; FULL=1 is the long one, of a quarter of an hour.
faults: setup-test
	@mkdir -p out
	VIGIE_FAULTS=$(if $(FULL),full) VIGIE_FAULTS_OUT=$(CURDIR)/out/faults.txt CGO_ENABLED=0 go test -count=1 -timeout 90m -tags $(FAST) -run '^TestFaults$$' -v ./app/store/faults
	@echo "the report is in out/faults.txt"

# Every fuzz target, one after the other.
FUZZTIME = 30s
fuzz:
	@grep -rn --include=*_test.go -o 'func Fuzz[A-Za-z]*' app | while IFS=: read -r file _ name; do \
	  echo "$${name#func } in $$(dirname $$file)"; \
	  CGO_ENABLED=0 go test -tags $(FAST) -run '^$$' -fuzz "^$${name#func }\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x ./$$(dirname $$file) || exit 1; \
	done

# What is too long for every day: the checked build, which logs a call from
# the wrong goroutine, all kill rounds, and the Windows program under Wine.
check-all: test windows
	VIGIE_KILLS=50 go test -count=1 -tags journey -run '^TestKill' -v ./app/vigie/journey
	CGO_ENABLED=1 go build -trimpath -tags $(subst migrated_fynedo$(shell echo ,),,$(TAGS)) -o dist/vigie-checked ./app/vigie
	VIGIE_PROGRAM=$(CURDIR)/dist/vigie-checked go test -count=1 -tags journey -run 'TestKeyboardOnly' -v ./app/vigie/journey

vet:
	@CGO_ENABLED=0 go vet -tags $(FAST) ./...
	@CGO_ENABLED=0 go vet -tags $(FAST),journey ./app/vigie/journey
	@CGO_ENABLED=0 GOOS=windows go vet $(PLAIN)
	@CGO_ENABLED=0 GOOS=darwin go vet $(PLAIN)

lint: build
	dist/vigie-kit lint

DEMO = TestDemo
demo: setup-test build
	@rm -rf out/demo && mkdir -p out/demo
	VIGIE_DEMO=$(CURDIR)/out/demo go test -count=1 -tags journey -run '^$(DEMO)$$' ./app/vigie/journey
	@echo "the pictures are in out/demo"

# The kit in all states and palettes, drawn without a window.
gallery:
	@rm -rf out/gallery && mkdir -p out/gallery
	CGO_ENABLED=0 VIGIE_SHOTS=$(CURDIR)/out/gallery go test -count=1 -tags $(FAST) -run 'Gallery$$' ./app/ui/kit
	@echo "the pictures are in out/gallery"

windows: setup-windows
	@mkdir -p dist out
	CC=$(WINCC) CGO_ENABLED=1 GOOS=windows go build -trimpath -ldflags "$(LDFLAGS) -H windowsgui" -tags $(COMMON) -o dist/vigie.exe ./app/vigie
	CGO_ENABLED=0 GOOS=windows go build $(BUILD) -o dist/vigie-kit.exe ./app/vigie-kit
	@packaging/wine.sh dist/vigie.exe out/windows.png

bench: setup-test build
	CGO_ENABLED=1 go build $(BUILD) -tags $(TAGS) -o dist/empty-window ./app/vigie/journey/empty
	CGO_ENABLED=1 go build $(BUILD) -tags $(TAGS) -o dist/scroll ./app/vigie/journey/scroll
	CGO_ENABLED=0 go test -tags $(FAST) -run '^$$' -bench . -benchmem ./app/pack ./app/lesson ./app/progress
	CGO_ENABLED=0 go test -tags $(FAST) -run '^$$' -bench . -benchtime 1x -v ./app/store
	go test -count=1 -tags journey -run '^TestBench$$' -v ./app/vigie/journey

fonts:
	packaging/fonts/fonts.sh

locales: build
	dist/vigie-kit locales . --code app
	@for l in fr nl de; do for t in locales/*.pot; do \
	  po=locales/$$l/$$(basename $${t%.pot}).po; \
	  if [ -f $$po ]; then msgmerge --quiet --no-fuzzy-matching --no-wrap --update --backup=none $$po $$t; \
	  else msginit --no-translator --no-wrap --locale=$$l --input=$$t --output-file=$$po && \
    sed -i -e '/^# Made by/d' -e 's/PACKAGE VERSION/vigie/' -e 's/Automatically generated/The Vigie founders/' -e "s/Team: none/Team: $$l/" $$po; fi; \
	done; done
	dist/vigie-kit locales .

setup-run setup-test setup-windows: setup-%:
	@packaging/setup.sh $*
