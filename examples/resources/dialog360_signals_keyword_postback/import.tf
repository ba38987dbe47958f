# The id is "app/ad/keyword".
# The plan says "1 to import, 1 to change" if the block uses url_wo or channel_id, which an import cannot know.
import {
  to = dialog360_signals_keyword_postback.order
  id = "100001/920000000001001/1001"
}
