#!/bin/sh
# Applies exactly the plan that plan.sh stored. Terraform refuses it if the state has changed since.
set -eu
cd "$(dirname "$0")"
. ./environment.sh

"$TERRAFORM" init
"$TERRAFORM" apply -lock-timeout=5m plan.tfplan
rm -f plan.tfplan
