import {
  to = dialog360_signals_keyword_postback.order
  identity = {
    app_id     = "100001"
    ad_id      = "920000000001001"
    keyword_id = "1001"
  }
}
