data "dialog360_signals_ad" "spring" {
  channel_id = "exampleCH"
  ad_id      = "920000000001001"
}

output "status" {
  value = data.dialog360_signals_ad.spring.status
}
