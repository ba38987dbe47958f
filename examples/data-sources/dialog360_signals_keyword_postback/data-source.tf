data "dialog360_signals_keyword_postback" "order" {
  channel_id = "exampleCH"
  ad_id      = "920000000001001"
  keyword_id = "1001"

  lifecycle {
    postcondition {
      condition     = startswith(coalesce(self.url, "none"), "https://example.com/")
      error_message = "Conversions of this keyword are not reported to us."
    }
  }
}

output "address" {
  value     = data.dialog360_signals_keyword_postback.order.url
  sensitive = true
}
