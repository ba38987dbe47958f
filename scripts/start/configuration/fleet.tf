# All channels of one client as one object.
resource "dialog360_ctwa_tracking_fleet" "cycles" {
  client_id = "cyclesCL"
  channels  = { amsterdamCH = true, rotterdamCH = true, utrechtCH = true }
}
