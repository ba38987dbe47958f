#!/bin/sh
# Installs the provider where "terraform init" looks, and the program on PATH for the scripts. The provider is not
# published to a registry yet. It comes from
# - the program terraform-provider-dialog360, if it is on PATH (see gitlab/Dockerfile), or
# - a zip file that holds this program. provider.env beside this script says where it is and which digest it has.
#   Both are committed, so that a change of the provider is reviewed like any other.
set -eu

if command -v terraform-provider-dialog360 >/dev/null; then
  exec terraform-provider-dialog360 install
fi

. "$(dirname "$0")/provider.env"
if [ -z "${PROVIDER_URL:-}" ] || [ -z "${PROVIDER_SHA256:-}" ]; then
  echo "terraform-provider-dialog360 is not on PATH, and provider.env does not set PROVIDER_URL and PROVIDER_SHA256." >&2
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl --fail --silent --show-error --location --output "$folder/provider.zip" "$PROVIDER_URL"
echo "$PROVIDER_SHA256  $folder/provider.zip" | sha256sum --check --quiet -
unzip -q "$folder/provider.zip" -d "$folder/unpacked"
set -- "$folder"/unpacked/terraform-provider-dialog360*
programs=$HOME/.local/bin
mkdir -p "$programs"
install -m 755 "$1" "$programs/terraform-provider-dialog360"
if [ -n "${GITHUB_PATH:-}" ]; then echo "$programs" >>"$GITHUB_PATH"; fi
"$programs/terraform-provider-dialog360" install
