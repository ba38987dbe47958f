output "channels" {
  description = "Whether tracking is declared as on, by client id and channel id."
  value       = local.fleets
}

output "fleets" {
  description = "Id, number of tracked channels, latest change and verification of each fleet, by client id."
  value = {
    for client_id, fleet in dialog360_ctwa_tracking_fleet.client : client_id => {
      id            = fleet.id
      tracked_count = fleet.tracked_count
      last_change   = fleet.last_change
      verification  = fleet.verification
    }
  }
}

output "pending" {
  description = "Channels that are not as declared, by channel id, each with its reason."
  value       = merge([for fleet in dialog360_ctwa_tracking_fleet.client : fleet.pending]...)
}
