/** What a user of the toy provider writes; each story shows one feature. */
export const stories: Readonly<Record<string, string>> = {
  scalars: `
resource "toy_scalars" "exact" {
  text     = "caf\u00e9 \u{1f600}"
  whole    = 9007199254740993
  fraction = 0.1
}
resource "toy_scalars" "refers" {
  text     = "after \${toy_scalars.exact.id}"
  whole    = 123456789012345678901234567890
  fraction = -2.5
  yes      = false
}
resource "toy_scalars" "bounds" {
  whole    = length(toy_scalars.exact.id)
  fraction = 1e-7
}
resource "toy_scalars" "wide" {
  whole    = 18446744073709551615
  fraction = -9223372036854775808
}
resource "toy_scalars" "narrow" {
  whole    = 9223372036854775807
  fraction = 0.0009765625
}
resource "toy_scalars" "empty" {}`,

  collections: `
resource "toy_scalars" "other" {}
resource "toy_collections" "full" {
  list    = ["a", "", toy_scalars.other.id]
  set     = [3, 1, 2, 300, -1, -32, -33, -128, -129, -32768, -32769, -2147483648, -2147483649]
  map     = { yes = true, no = false, "a b" = true }
  object  = { a = "x", b = [1, 70000, 5000000000] }
  tuple   = ["a", true]
  objects = [{ a = "x" }, { a = null }]
}
resource "toy_collections" "empty" {
  list    = []
  set     = []
  map     = {}
  objects = []
}
resource "toy_collections" "odd_names" {
  map = { "__proto__" = true, constructor = false, "1" = true, "0" = false }
}
resource "toy_collections" "none" {}`,

  nested: `
resource "toy_scalars" "other" {}
resource "toy_nested" "full" {
  single = { name = "one" }
  list   = [{ name = "a", size = 5 }, { name = toy_scalars.other.id, note = "own" }]
  set    = [{ name = "b" }, { name = "a" }]
  map = {
    first  = { name = "x", inner = { deep = { name = "y" } } }
    second = { name = "z", size = 0.5 }
  }
}
resource "toy_nested" "empty" {
  list = []
  map  = {}
}
resource "toy_nested" "none" {}`,

  dynamic: `
resource "toy_scalars" "other" {}
resource "toy_dynamic" "text" {
  value = "a"
}
resource "toy_dynamic" "object" {
  value = { name = "a", sizes = [1, 2.5], more = { yes = true } }
}
resource "toy_dynamic" "unknown_text" {
  value = toy_scalars.other.id
}
resource "toy_dynamic" "unknown_inside" {
  value = [toy_scalars.other.id, 1]
}
resource "toy_dynamic" "none" {}`,

  blocks: `
resource "toy_scalars" "other" {}
resource "toy_blocks" "full" {
  single {
    name = "one"
  }
  list {
    name = "a"
    size = 5
  }
  list {
    name = toy_scalars.other.id
    note = "own"
  }
  set {
    name = "b"
  }
  set {
    name = "a"
  }
  map "first" {
    name = "x"
    inner {
      name = "y"
    }
  }
  map "second" {
    name = "z"
  }
  group {
    note = "own"
  }
}
resource "toy_blocks" "counted" {
  dynamic "list" {
    for_each = ["a", "b"]
    content {
      name = list.value
    }
  }
}
resource "toy_blocks" "none" {}`,

  secret: `
resource "toy_secret" "kept" {
  password = "example-password"
  version  = 1
}`,
};
