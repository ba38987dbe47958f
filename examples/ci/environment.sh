# shellcheck shell=sh
# Settings for all Terraform commands of a pipeline. The other scripts source this file.

# Set TERRAFORM to use another program, such as tofu.
TERRAFORM=${TERRAFORM:-terraform}

# Terraform's log can hold whole requests with all their values, so a pipeline never writes it.
set +x
unset TF_LOG TF_LOG_CORE TF_LOG_PROVIDER TF_LOG_PROVIDER_DIALOG360 TF_LOG_PATH TF_LOG_SDK_PROTO_DATA_DIR

# No hints about the next command, and no questions: nobody is there to answer.
export TF_IN_AUTOMATION=1
export TF_INPUT=0

# No check for a newer Terraform.
export CHECKPOINT_DISABLE=1
