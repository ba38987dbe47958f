data "dialog360_channel" "by_id" {
  channel_id = "exampleCH"
}

data "dialog360_channel" "by_number" {
  phone_number = "+49 15550 000002"
}

output "app_id" {
  value = data.dialog360_channel.by_id.app_id
}

output "client_of_number" {
  value = data.dialog360_channel.by_number.client_id
}
