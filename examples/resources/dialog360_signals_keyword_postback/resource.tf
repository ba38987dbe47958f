resource "dialog360_channel_ctwa_tracking" "shop" {
  channel_id = "exampleCH"
}

# app_id comes from the tracking block, so tracking is switched on before the postback is set.
resource "dialog360_signals_keyword_postback" "order" {
  app_id     = dialog360_channel_ctwa_tracking.shop.app_id
  channel_id = dialog360_channel_ctwa_tracking.shop.channel_id
  ad_id      = "920000000001001"
  keyword_id = "1001"
  url        = "https://example.com/conversions"
}

variable "hook_token" {
  type      = string
  ephemeral = true
  default   = "example-token"
}

# The URL holds a token, so it is not stored in the state. Raise the version to send a changed URL.
# Destroy puts another URL in its place.
resource "dialog360_signals_keyword_postback" "appointment" {
  app_id         = dialog360_channel_ctwa_tracking.shop.app_id
  channel_id     = dialog360_channel_ctwa_tracking.shop.channel_id
  ad_id          = "920000000001001"
  keyword_id     = "1002"
  url_wo         = "https://example.com/conversions?token=${var.hook_token}"
  url_wo_version = 1
  on_destroy     = "https://example.com/unused"
}
