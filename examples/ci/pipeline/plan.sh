#!/bin/sh
# Plans a folder. Writes into it
#   plan.tfplan   the plan, for apply.sh
#   plan.md       what it does, for people: step summary, pull request
#   plan.json     the numbers that GitLab shows in a merge request
# Exit code 0: planned; the output says "changes=true" or "changes=false". Exit code 1: an error.
set -eu
FOLDER=${1:?"say which folder, such as tracking"}
. "$(dirname "$0")/environment.sh"
cd "$FOLDER"

# The provider sends only GET requests and the login, whatever the configuration says.
export DIALOG360_READ_ONLY=true

# The plan file holds sensitive values in clear text.
umask 077

require_backend
initialise
status=0
"$TERRAFORM" plan -lock-timeout=5m -detailed-exitcode -out=plan.tfplan || status=$?
case $status in
  0) changes=false ;;
  2) changes=true ;;
  *) exit "$status" ;;
esac

shown=$(mktemp)
trap 'rm -f "$shown"' EXIT
"$TERRAFORM" show -json plan.tfplan >"$shown"
"$PROVIDER" report --plan "$shown" --offline --format markdown --out plan.md
if command -v jq >/dev/null; then
  jq '[.resource_changes[]?.change.actions]
    | { create: map(select(index("create"))) | length,
        update: map(select(index("update"))) | length,
        delete: map(select(index("delete"))) | length }' "$shown" >plan.json
fi

echo "changes=$changes"
tell_github "changes=$changes"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat plan.md >>"$GITHUB_STEP_SUMMARY"; fi
