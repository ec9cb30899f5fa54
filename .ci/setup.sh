#!/bin/sh
# Installs Debian packages that are missing: each argument is PACKAGE=FILE, where FILE tells
# whether the package is there. Elsewhere it says what is needed and goes on.
set -eu
missing=
for pair in "$@"; do
  [ -e "${pair#*=}" ] || missing="$missing ${pair%%=*}"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get > /dev/null; then
  echo "needed here, by whatever name your system has for them:$missing" >&2
  exit 0
fi
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
# shellcheck disable=SC2086 -- one word for each package
$as_root apt-get install -q -y --no-install-recommends $missing
