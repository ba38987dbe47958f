data "dialog360_signals_ads" "running" {
  channel_id    = "exampleCH"
  ad_account_id = "900000000000101"
  status        = "ACTIVE"
}

output "campaigns" {
  value = distinct([for ad in data.dialog360_signals_ads.running.ads : ad.campaign_name])
}
