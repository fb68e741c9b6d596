#!/usr/bin/env bash
# All tests: the fast lane without cgo, then real windows under Xvfb.
# Ends with "N passed, N failed, N skipped".
set -u
fast=$1
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
CGO_ENABLED=0 go test -json -tags "$fast" ./... >"$log/fast.json" 2>"$log/fast.err"
CGO_ENABLED=0 go test -json -count=1 -timeout 15m -tags journey -skip "^Test(Bench|Demo)$" ./app/vigie/journey >"$log/window.json" 2>"$log/window.err"
cat "$log"/*.err >&2
go run ./packaging/summary "$log/fast.json" "$log/window.json"
