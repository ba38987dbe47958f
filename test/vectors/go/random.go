package main

import (
	"math/rand"

	"github.com/zclconf/go-cty/cty"
)

var texts = []string{"", "a", "hello", "\"\\", "\U0001f600", "e\u0301", "caf\u00e9", "null", "\x00", "<&>"}

// Marks of Unicode 16 and 17, which the tables of Go's normalization (Unicode 15) do not know.
var newerTexts = []string{
	"\u1ad3\u031c", "\u031c\u1ad3", "e\u0301\u1ad3\u0316e\u0301", "\U000105d2\u0307", "\U000113c2\U000113c9", "\U00016d63\U00016d67",
}
var names = []string{"a", "b", "id", "__proto__", "constructor", "caf\u00e9", "name with spaces"}
var numbers = []string{
	"0", "1", "-1", "-32", "-33", "127", "128", "255", "256", "-128", "-129", "65535", "65536", "-32769",
	"4294967295", "4294967296", "-2147483649", "9007199254740991", "9007199254740993", "9223372036854775807",
	"9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
	"123456789012345678901234567890", "0.1", "0.5", "2.5", "-2.5", "1e-7", "1e25", "-1e400", "0.0009765625",
	"3.3333333333333333333333333333", "12345678901234567890.123456789",
}

func pick[T any](r *rand.Rand, items []T) T {
	return items[r.Intn(len(items))]
}

func number(text string) cty.Value {
	v, err := cty.ParseNumberVal(text)
	check(err)
	return v
}

// A type, nested at most so deep. What is dynamic is in no collection: its elements have to be of one type.
func randomType(r *rand.Rand, depth int, dynamic bool) cty.Type {
	simple := []cty.Type{cty.String, cty.Number, cty.Bool}
	if dynamic && r.Intn(8) == 0 {
		return cty.DynamicPseudoType
	}
	if depth == 0 || r.Intn(3) == 0 {
		return pick(r, simple)
	}
	switch r.Intn(5) {
	case 0:
		return cty.List(randomType(r, depth-1, false))
	case 1:
		return cty.Set(randomType(r, depth-1, false))
	case 2:
		return cty.Map(randomType(r, depth-1, false))
	case 3:
		return cty.Tuple([]cty.Type{randomType(r, depth-1, dynamic), randomType(r, depth-1, dynamic)})
	default:
		attributes := map[string]cty.Type{}
		for range 3 {
			attributes[pick(r, names)] = randomType(r, depth-1, dynamic)
		}
		return cty.Object(attributes)
	}
}

func randomValue(r *rand.Rand, ty cty.Type, unknown bool) cty.Value {
	if dice := r.Intn(10); dice == 0 {
		return cty.NullVal(ty)
	} else if dice == 1 && unknown {
		return randomUnknown(r, ty)
	}
	some := func(element cty.Type) []cty.Value {
		items := make([]cty.Value, r.Intn(4))
		for index := range items {
			items[index] = randomValue(r, element, unknown)
		}
		return items
	}
	switch {
	case ty == cty.DynamicPseudoType:
		return randomValue(r, randomType(r, 1, false), unknown)
	case ty == cty.String:
		return cty.StringVal(pick(r, texts))
	case ty == cty.Number:
		return number(pick(r, numbers))
	case ty == cty.Bool:
		return cty.BoolVal(r.Intn(2) == 0)
	case ty.IsListType():
		if items := some(ty.ElementType()); len(items) > 0 {
			return cty.ListVal(items)
		}
		return cty.ListValEmpty(ty.ElementType())
	case ty.IsSetType():
		if items := some(ty.ElementType()); len(items) > 0 {
			return cty.SetVal(items)
		}
		return cty.SetValEmpty(ty.ElementType())
	case ty.IsMapType():
		entries := map[string]cty.Value{}
		for _, item := range some(ty.ElementType()) {
			entries[pick(r, names)] = item
		}
		if len(entries) > 0 {
			return cty.MapVal(entries)
		}
		return cty.MapValEmpty(ty.ElementType())
	case ty.IsTupleType():
		items := []cty.Value{}
		for _, element := range ty.TupleElementTypes() {
			items = append(items, randomValue(r, element, unknown))
		}
		return cty.TupleVal(items)
	default:
		attributes := map[string]cty.Value{}
		for _, name := range sortedNames(ty) {
			attributes[name] = randomValue(r, ty.AttributeType(name), unknown)
		}
		return cty.ObjectVal(attributes)
	}
}

func randomUnknown(r *rand.Rand, ty cty.Type) cty.Value {
	unknown := cty.UnknownVal(ty)
	if ty == cty.DynamicPseudoType || r.Intn(2) == 0 {
		return unknown
	}
	said := unknown.Refine()
	if r.Intn(3) > 0 {
		said = said.NotNull()
	}
	switch {
	case ty == cty.String && r.Intn(2) == 0:
		said = said.StringPrefixFull(pick(r, []string{"a", "hello-", "caf\u00e9"}))
	case ty == cty.Number && r.Intn(2) == 0:
		said = said.NumberRangeLowerBound(number(pick(r, []string{"-1", "0", "0.1"})), r.Intn(2) == 0)
		said = said.NumberRangeUpperBound(number(pick(r, []string{"7", "9.5", "1e25"})), r.Intn(2) == 0)
	case ty.IsCollectionType() && r.Intn(2) == 0:
		said = said.CollectionLengthLowerBound(1).CollectionLengthUpperBound(2 + r.Intn(300))
	}
	return said.NewValue()
}
