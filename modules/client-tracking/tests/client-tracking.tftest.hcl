# The module against the simulator with its example world; README.md says how to start it.
# What the runs have switched on, Terraform switches off at the end.

# No provider block here: from Terraform 1.16 one would make all runs share a provider process, and a channel that a second
# run declares would count as declared twice. The environment holds the settings.

variables {
  client_ids = ["bakeryCL", "floristCL"]
}

run "declares_live_channels_of_the_clients" {
  command = plan

  assert {
    condition = jsonencode(output.channels) == jsonencode({
      bakeryCL  = { grazCH = true, linzCH = true, viennaCH = true }
      floristCL = { lilleCH = true, lyonCH = true, nantesCH = true, parisCH = true }
    })
    error_message = "Declared: ${jsonencode(output.channels)}"
  }

  assert {
    condition     = alltrue([for id, fleet in dialog360_ctwa_tracking_fleet.client : fleet.client_id == id])
    error_message = "A fleet has another client than its key."
  }
}

run "takes_both_account_modes_and_channels_that_have_not_ended" {
  command = plan

  variables {
    client_ids   = ["bakeryCL", "exampleCL"]
    account_mode = null
  }

  assert {
    condition     = output.channels["bakeryCL"].salzburgCH && output.channels["exampleCL"].cologneCH
    error_message = "Declared: ${jsonencode(output.channels)}"
  }
}

run "makes_exceptions" {
  command = plan

  variables {
    exceptions            = { linzCH = false }
    unmanaged_channel_ids = ["viennaCH"]
  }

  assert {
    condition     = jsonencode(output.channels["bakeryCL"]) == jsonencode({ grazCH = true, linzCH = false })
    error_message = "Declared: ${jsonencode(output.channels)}"
  }
}

run "warns_of_an_exception_that_is_about_no_channel" {
  command = plan

  variables {
    exceptions = { typoCH = false }
  }

  expect_failures = [check.exceptions]
}

run "fails_below_the_floor" {
  command = plan

  variables {
    min_channels = { bakeryCL = 4 }
  }

  expect_failures = [dialog360_ctwa_tracking_fleet.client["bakeryCL"]]
}

run "lets_a_client_come_without_channels" {
  command = plan

  variables {
    client_ids   = ["bakeryCL", "emptyCL"]
    min_channels = { emptyCL = 0 }
  }

  assert {
    condition     = jsonencode(keys(output.channels)) == jsonencode(["bakeryCL"])
    error_message = "Declared: ${jsonencode(output.channels)}"
  }
}

run "needs_a_client" {
  command = plan

  variables {
    client_ids = []
  }

  expect_failures = [var.client_ids]
}

run "switches_channels_on" {
  variables {
    exceptions = { linzCH = false }
  }

  assert {
    condition     = output.fleets["bakeryCL"].tracked_count == 2 && length(output.pending) == 0
    error_message = "Fleets: ${jsonencode(output.fleets)}, pending: ${jsonencode(output.pending)}"
  }
}

run "flips_what_max_changes_allows" {
  variables {
    max_changes = 1
  }

  assert {
    condition     = output.fleets["bakeryCL"].tracked_count == 3
    error_message = "Fleets: ${jsonencode(output.fleets)}"
  }

  assert {
    condition     = alltrue([for fleet in dialog360_ctwa_tracking_fleet.client : fleet.max_changes == 1])
    error_message = "max_changes does not reach a fleet."
  }
}
