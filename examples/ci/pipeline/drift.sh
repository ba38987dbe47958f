#!/bin/sh
# Looks for drift in a folder with two plans and changes nothing:
# 1. Does the world differ from the state?       terraform plan -refresh-only -detailed-exitcode
# 2. Would the next apply change anything?       terraform plan -detailed-exitcode
# Writes drift.md and drift.html, which compare what the state declares with the hub's channels.
# Exit code 0: neither. 1: an error. 2: at least one of them; the last lines say which.
set -eu
FOLDER=${1:?"say which folder, such as tracking"}
. "$(dirname "$0")/environment.sh"
cd "$FOLDER"

# The provider sends only GET requests and the login, whatever the configuration says.
export DIALOG360_READ_ONLY=true

# States hold phone numbers.
umask 077

ask() {
  answer=0
  "$TERRAFORM" plan -lock-timeout=5m -detailed-exitcode "$@" || answer=$?
  case $answer in
    0 | 2) ;;
    *)
      echo "drift: unknown, terraform plan failed with exit code $answer" >&2
      exit 1
      ;;
  esac
}

require_backend
initialise
ask -refresh-only
world=$answer
ask
configuration=$answer

state=$(mktemp)
trap 'rm -f "$state"' EXIT
"$TERRAFORM" show -json >"$state"
# The report says what drifted. The exit code comes from the plans, which know the configuration too.
"$PROVIDER" report --managed "$state" --fail-on none --format markdown,html --out drift
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat drift.md >>"$GITHUB_STEP_SUMMARY"; fi

case $world in
  0) echo "world: as the state remembers it" ;;
  2) echo "world: differs from what the state remembers" ;;
esac
case $configuration in
  0) echo "configuration: nothing to apply" ;;
  2) echo "configuration: the next apply would change something" ;;
esac
[ "$world$configuration" = 00 ] || exit 2
