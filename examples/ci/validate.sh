#!/bin/sh
# Checks the configuration. Needs no credentials and no state, and sends no request to 360dialog.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

unset DIALOG360_USERNAME DIALOG360_PASSWORD DIALOG360_ACCESS_TOKEN DIALOG360_API_KEY DIALOG360_CREDENTIALS_FILE

"$TERRAFORM" fmt -check -diff
"$TERRAFORM" init -backend=false
"$TERRAFORM" validate
