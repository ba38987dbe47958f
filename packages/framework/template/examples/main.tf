terraform {
  required_providers {
    __NAME__ = {
      source = "__NAMESPACE__/__NAME__"
    }
  }
}

provider "__NAME__" {
  folder = "${path.module}/files"
}

resource "__NAME___file" "hello" {
  name = "hello.txt"
  text = "Hello."
}
