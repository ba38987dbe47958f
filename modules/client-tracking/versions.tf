terraform {
  required_version = ">= 1.11"

  required_providers {
    dialog360 = {
      source  = "dialog360/dialog360"
      version = "~> 0.1"
    }
  }
}
