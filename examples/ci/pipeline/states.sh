#!/bin/sh
# Lists the folders of the repository that hold a state of their own: tracking/ and those directly in it.
# Prints a line of JSON for the matrix of a workflow: [{"folder":"tracking/exampleCL","name":"tracking-exampleCL"}].
set -eu

found=""
for folder in tracking tracking/*/; do
  folder=${folder%/}
  set -- "$folder"/*.tf
  [ -e "$1" ] || continue
  name=$(echo "$folder" | tr / -)
  found="$found${found:+,}{\"folder\":\"$folder\",\"name\":\"$name\"}"
done
if [ -z "$found" ]; then
  echo "Neither tracking/ nor a folder in it holds a .tf file." >&2
  exit 1
fi

echo "states=[$found]"
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "states=[$found]" >>"$GITHUB_OUTPUT"; fi
