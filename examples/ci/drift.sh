#!/bin/sh
# Looks for drift with two plans and changes nothing:
# 1. Does the world differ from the state?       terraform plan -refresh-only -detailed-exitcode
# 2. Would the next apply change anything?       terraform plan -detailed-exitcode
# If TRACKING_REPORT names a file without its ending, and terraform-provider-dialog360 is on PATH, the first step writes
# NAME.html and NAME.md for people. It does not change the exit code.
# Exit code 0: neither. 1: an error. 2: at least one of them; the last lines say which.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

# The provider sends only GET requests and the login, whatever the configuration says.
export DIALOG360_READ_ONLY=true

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

"$TERRAFORM" init
if [ -n "${TRACKING_REPORT:-}" ]; then
  "$TERRAFORM" show -json | terraform-provider-dialog360 report --managed - --fail-on none \
    --format html,markdown --out "$TRACKING_REPORT"
fi
ask -refresh-only
world=$answer
ask
configuration=$answer

case $world in
  0) echo "world: as the state remembers it" ;;
  2) echo "world: differs from what the state remembers" ;;
esac
case $configuration in
  0) echo "configuration: nothing to apply" ;;
  2) echo "configuration: the next apply would change something" ;;
esac
[ "$world$configuration" = 00 ] || exit 2
