#!/bin/sh
# Checks the configuration in a folder. Needs no credentials and no state, and sends no request to 360dialog.
set -eu
FOLDER=${1:?"say which folder, such as tracking"}
. "$(dirname "$0")/environment.sh"
cd "$FOLDER"

unset DIALOG360_USERNAME DIALOG360_PASSWORD DIALOG360_ACCESS_TOKEN DIALOG360_API_KEY DIALOG360_CREDENTIALS_FILE

"$TERRAFORM" fmt -check -diff
"$TERRAFORM" init -backend=false -lockfile=readonly
"$TERRAFORM" validate
