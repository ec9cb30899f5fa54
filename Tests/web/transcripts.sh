#!/bin/sh
# Makes a course of the transcripts of all commands, so that the browser's engine is held to the tool
# in them too, byte for byte.
#   transcripts.sh FOLDER
set -eu
here=$(CDPATH= cd "$(dirname "$0")/../.." && pwd)
rm -rf "$1"
mkdir -p "$1"
cp -R "$here/lessons/data" "$1/data"
{
  printf '# Transcripts\n\n'
  for file in "$here"/Tests/NotebookTests/Transcripts/*.md; do
    name=$(basename "$file")
    cp "$file" "$1/$name"
    printf '1. [%s](%s): every answer of a command.\n' "${name%.md}" "$name"
  done
} > "$1/README.md"
