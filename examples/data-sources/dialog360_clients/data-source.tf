data "dialog360_clients" "retail" {
  status            = "active"
  business_vertical = "Retail"
}

# All channels of each client.
data "dialog360_channels" "of_client" {
  for_each  = data.dialog360_clients.retail.clients
  client_id = each.key
}

output "channels_by_client" {
  value = { for id, found in data.dialog360_channels.of_client : id => keys(found.channels) }
}
