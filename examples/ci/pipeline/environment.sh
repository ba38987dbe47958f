# shellcheck shell=sh
# Settings for all Terraform commands of a pipeline. The other scripts source this file.

# Set these to use other programs, such as tofu.
TERRAFORM=${TERRAFORM:-terraform}
PROVIDER=${PROVIDER:-terraform-provider-dialog360}

# Terraform's log can hold whole requests with all their values, so a pipeline never writes it.
set +x
unset TF_LOG TF_LOG_CORE TF_LOG_PROVIDER TF_LOG_PROVIDER_DIALOG360 TF_LOG_PATH TF_LOG_SDK_PROTO_DATA_DIR

# No hints about the next command, and no questions: nobody is there to answer.
export TF_IN_AUTOMATION=1
export TF_INPUT=0

# No check for a newer Terraform.
export CHECKPOINT_DISABLE=1

# A plan that switches off more channels than this fails. Set it higher for a run that is meant to.
export DIALOG360_MAX_DISABLES_PER_RUN="${DIALOG360_MAX_DISABLES_PER_RUN:-10}"

# GitLab stores states itself. Its predefined variables say where and let the job in.
if [ -n "${CI_API_V4_URL:-}" ] && [ -z "${TF_HTTP_ADDRESS:-}" ]; then
  TF_HTTP_ADDRESS="$CI_API_V4_URL/projects/$CI_PROJECT_ID/terraform/state/$(echo "$FOLDER" | tr / -)"
  export TF_HTTP_ADDRESS
  export TF_HTTP_LOCK_ADDRESS="$TF_HTTP_ADDRESS/lock"
  export TF_HTTP_UNLOCK_ADDRESS="$TF_HTTP_ADDRESS/lock"
  export TF_HTTP_LOCK_METHOD=POST
  export TF_HTTP_UNLOCK_METHOD=DELETE
  export TF_HTTP_USERNAME=gitlab-ci-token
  export TF_HTTP_PASSWORD="$CI_JOB_TOKEN"
fi

# Every job uses the provider that the committed lock file names.
initialise() {
  "$TERRAFORM" init -lockfile=readonly
}

# A runner is deleted after the job, and a state in its folder with it.
require_backend() {
  if grep -Eq '^[[:space:]]*(backend|cloud)[[:space:]{]' ./*.tf; then return; fi
  echo "No backend is configured in $FOLDER: the state would be lost with the runner. See README.md." >&2
  if [ "${CI:-}" = true ]; then exit 1; fi
}

# Hands a value to the next jobs of a GitHub workflow.
tell_github() {
  if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "$1" >>"$GITHUB_OUTPUT"; fi
}
