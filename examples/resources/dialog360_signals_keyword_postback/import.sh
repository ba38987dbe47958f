# By app, ad and keyword.
terraform import dialog360_signals_keyword_postback.order 100001/920000000001001/1001
