#!/bin/sh
# The library's reference by DocC, where a link that leads nowhere is an error.
#
#     Tests/docs.sh SCRATCH OUTPUT
set -eu
scratch=$1
rm -rf "$scratch/graphs" "$2"
mkdir -p "$scratch/graphs"
scratch=$(cd "$scratch" && pwd)
# With no traits nothing is fetched: the library needs no other package. The modules are built anew
# because only a compilation writes the graph.
rm -rf "$scratch/debug/Optimizers.build"
swift build --disable-default-traits --target Optimizers --scratch-path "$scratch" \
  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$scratch/graphs" \
  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public
find "$scratch/graphs" -name '*.json' ! -name 'Optimizers.symbols.json' -delete
test -s "$scratch/graphs/Optimizers.symbols.json"
bin=$(dirname "$(readlink -f "$(command -v swiftc)")")
"$bin/docc" convert Sources/Optimizers/Optimizers.docc --output-path "$2" \
  --additional-symbol-graph-dir "$scratch/graphs" --transform-for-static-hosting \
  --fallback-display-name Optimizers --fallback-bundle-identifier descent.Optimizers \
  --warnings-as-errors
test -s "$2/documentation/optimizers/index.html"
