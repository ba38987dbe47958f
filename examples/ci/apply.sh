#!/bin/sh
# Applies what plan.sh kept, and nothing else. Terraform refuses it when the state has changed since.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

"$TERRAFORM" init
"$TERRAFORM" apply -lock-timeout=5m plan.tfplan
rm -f plan.tfplan
