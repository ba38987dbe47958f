#!/bin/sh
# Copies the provider to the folder where "terraform init" looks for it. The provider is not published to a registry yet.
# It comes from
# - the program terraform-provider-dialog360, if it is on PATH (see Dockerfile), or
# - a zip file that holds this program: PROVIDER_URL is its address, PROVIDER_SHA256 its digest.
set -eu

if command -v terraform-provider-dialog360 >/dev/null; then
  exec terraform-provider-dialog360 install
fi

if [ -z "${PROVIDER_URL:-}" ] || [ -z "${PROVIDER_SHA256:-}" ]; then
  echo "terraform-provider-dialog360 is not on PATH, and PROVIDER_URL and PROVIDER_SHA256 are not both set." >&2
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl --fail --silent --show-error --location --output "$folder/provider.zip" "$PROVIDER_URL"
echo "$PROVIDER_SHA256  $folder/provider.zip" | sha256sum --check --quiet -
unzip -q "$folder/provider.zip" -d "$folder/unpacked"
for program in "$folder"/unpacked/terraform-provider-dialog360*; do
  chmod +x "$program"
  "$program" install
done
