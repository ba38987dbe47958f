#!/bin/sh
# Plans, and keeps the plan in plan.tfplan for apply.sh.
# Exit code 0: planned, "changes=true" or "changes=false" says what; 1: an error.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

# Whatever the configuration says, nothing but reading can leave the provider here.
export DIALOG360_READ_ONLY=true

# The plan file may hold values that the output leaves out.
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
