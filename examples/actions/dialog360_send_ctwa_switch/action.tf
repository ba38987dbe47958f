resource "dialog360_channel_ctwa_tracking" "berlin" {
  channel_id = "berlinCH"

  # Sends the switch of a second channel whenever this block changes.
  lifecycle {
    action_trigger {
      events  = [after_update]
      actions = [action.dialog360_send_ctwa_switch.munich]
    }
  }
}

# By hand: terraform apply -invoke=action.dialog360_send_ctwa_switch.munich
action "dialog360_send_ctwa_switch" "munich" {
  config {
    channel_ids = ["munichCH"]
  }
}
