#!/bin/sh
# A package that depends on the library alone, as others would: by version, from a repository. It must
# fetch no other package and build nothing but the library.
#
#     Tests/library.sh FOLDER      a folder for the package, made anew
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
rm -rf "$folder"
mkdir -p "$folder/descent" "$folder/user/Sources/user"
folder=$(cd "$folder" && pwd)

# What is here, committed or not, as version 1.0.0 of a repository.
cd "$here"
git ls-files -co --exclude-standard | while read -r file; do
  [ -f "$file" ] || continue
  mkdir -p "$folder/descent/$(dirname "$file")"
  cp "$file" "$folder/descent/$file"
done
cd "$folder/descent"
git init -q
git add -A
git -c user.name=test -c user.email=test@localhost commit -qm test
git tag 1.0.0

cp "$here/Tests/library.swift" "$folder/user/Sources/user/main.swift"
cat > "$folder/user/Package.swift" << END
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "user",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "file://$folder/descent", from: "1.0.0", traits: [])],
  targets: [
    .executableTarget(
      name: "user",
      dependencies: [.product(name: "Optimizers", package: "descent")]
    )
  ]
)
END
cd "$folder/user"
swift build -c release --cache-path "$folder/cache" 2>&1 | tee "$folder/build.log"
.build/release/user

fetched=$(ls .build/checkouts)
[ "$fetched" = descent ] || { echo "fetched as well: $fetched" >&2; exit 1; }
built=$(find .build/release/ -name '*.o' | sed 's|.*/\([A-Za-z]*\)\.build/.*|\1|' | sort -u | tr '\n' ' ')
expected='Arithmetic CSquareRoot CVector CWideAdam OptimizerThreads Optimizers user '
[ "$built" = "$expected" ] || { echo "built: $built" >&2; exit 1; }
echo "fetched: $fetched; built: $built"
