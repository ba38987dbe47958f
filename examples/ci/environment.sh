# shellcheck shell=sh
# Read by the other scripts: what every Terraform command of a pipeline should see.

# Another program may stand in, for example tofu.
TERRAFORM=${TERRAFORM:-terraform}

# Terraform's own log may hold whole requests, with every value in them: never in a pipeline.
set +x
unset TF_LOG TF_LOG_CORE TF_LOG_PROVIDER TF_LOG_PROVIDER_DIALOG360 TF_LOG_PATH TF_LOG_SDK_PROTO_DATA_DIR

# No hints about commands to type next, and no question to a person who is not there.
export TF_IN_AUTOMATION=1
export TF_INPUT=0

# Nobody is asked whether there is a newer Terraform.
export CHECKPOINT_DISABLE=1
