resource "dialog360_channel_ctwa_tracking" "example" {
  channel_id = "exampleCH"
}

# Signals needs tracking to be on before keywords are configured. Terraform reads this after the switch,
# because it uses the id of the resource.
data "dialog360_signals_configuration" "example" {
  client_id  = "exampleCL"
  channel_id = dialog360_channel_ctwa_tracking.example.id
}

# A data source that uses no value of the resource waits with depends_on.
data "dialog360_signals_configuration" "accounts" {
  client_id   = "exampleCL"
  include_ads = false

  depends_on = [dialog360_channel_ctwa_tracking.example]
}

output "ready_for_keywords" {
  value = data.dialog360_signals_configuration.accounts.facebook_account_attached
}

output "active_ads" {
  value = length([for ad in data.dialog360_signals_configuration.example.ads : ad if ad.status == "ACTIVE"])
}
