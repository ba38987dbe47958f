terraform {
  required_providers {
    dialog360 = {
      source = "dialog360/dialog360"
    }
  }
}

# Credentials come from the environment: DIALOG360_USERNAME and DIALOG360_PASSWORD,
# or DIALOG360_ACCESS_TOKEN, or (without the Signals data source) DIALOG360_API_KEY.
provider "dialog360" {
  partner_id = "examplePA" # or DIALOG360_PARTNER_ID
}
