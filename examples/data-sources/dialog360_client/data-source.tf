data "dialog360_client" "by_id" {
  client_id = "exampleCL"
}

data "dialog360_client" "by_name" {
  name = "Bakery Example"
}

output "country" {
  value = data.dialog360_client.by_id.country
}

output "id_of_name" {
  value = data.dialog360_client.by_name.client_id
}
