#!/bin/sh
# Plans and stores the plan in plan.tfplan for apply.sh.
# Exit code 0: planned; the output says "changes=true" or "changes=false". Exit code 1: an error.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

# The provider sends only GET requests and the login, whatever the configuration says.
export DIALOG360_READ_ONLY=true

# The plan file holds sensitive values in clear text.
umask 077

if ! grep -Eq '^[[:space:]]*(backend|cloud)[[:space:]{]' ./*.tf; then
  echo "No backend is configured: the state stays in this folder and is lost with the runner. See README.md." >&2
fi

"$TERRAFORM" init
status=0
"$TERRAFORM" plan -lock-timeout=5m -detailed-exitcode -out=plan.tfplan || status=$?
case $status in
  0) changes=false ;;
  2) changes=true ;;
  *) exit "$status" ;;
esac

echo "changes=$changes"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "changes=$changes" >>"$GITHUB_OUTPUT"
fi
