#!/bin/sh
# Applies exactly the plan that plan.sh stored in a folder. Terraform refuses it if the state has changed since.
#
# APPLY_LIMIT ends the apply in good order before the runner is taken away, such as 330m. What was switched until then
# is in the state; the output says "unfinished=true", and a new plan holds the rest.
# Exit code 0: applied, or unfinished. Exit code 1: an error.
set -eu
FOLDER=${1:?"say which folder, such as tracking"}
. "$(dirname "$0")/environment.sh"
cd "$FOLDER"

require_backend
initialise
status=0
if [ -n "${APPLY_LIMIT:-}" ]; then
  # Terraform ends after an interrupt as soon as the requests on their way are answered. timeout then says 124.
  timeout --signal=INT --kill-after=5m "$APPLY_LIMIT" \
    "$TERRAFORM" apply -lock-timeout=5m plan.tfplan || status=$?
else
  "$TERRAFORM" apply -lock-timeout=5m plan.tfplan || status=$?
fi
rm -f plan.tfplan

unfinished=false
case $status in
  0) ;;
  124) unfinished=true ;;
  *) exit 1 ;;
esac
echo "unfinished=$unfinished"
tell_github "unfinished=$unfinished"
