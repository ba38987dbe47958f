terraform {
  required_version = ">= 1.11"

  required_providers {
    dialog360 = {
      source  = "dialog360/dialog360"
      version = "~> 0.1"
    }
  }
}

# Credentials come from the environment: DIALOG360_USERNAME and DIALOG360_PASSWORD,
# DIALOG360_ACCESS_TOKEN, or DIALOG360_API_KEY.
provider "dialog360" {
  partner_id = "examplePA" # or DIALOG360_PARTNER_ID
}
