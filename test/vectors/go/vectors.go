package main

import (
	"encoding/hex"
	"math/rand"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/msgpack"
)

const cases = 400

func sortedNames(ty cty.Type) []string {
	sorted := []string{}
	for name := range ty.AttributeTypes() {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	return sorted
}

// Each number and text once, strings of each length that has a form of its own, and random values.
func allValues() []value {
	made := []value{}
	for _, text := range numbers {
		made = append(made, vector(number(text), cty.Number))
	}
	for _, text := range texts {
		made = append(made, vector(cty.StringVal(text), cty.String))
	}
	for _, text := range newerTexts {
		made = append(made, vector(cty.StringVal(text), cty.String))
	}
	newer := cty.SetVal([]cty.Value{cty.StringVal(newerTexts[0]), cty.StringVal(newerTexts[1])})
	made = append(made, vector(newer, cty.Set(cty.String)))
	for _, length := range []int{31, 32, 255, 256} {
		made = append(made, vector(cty.StringVal(strings.Repeat("x", length)), cty.String))
	}
	r := rand.New(rand.NewSource(1))
	for range cases {
		ty := randomType(r, 3, true)
		made = append(made, vector(randomValue(r, ty, r.Intn(2) == 0), ty))
	}
	return made
}

// Sets of a state file that lose an element on the wire, which has no negative zero.
func allMerged() []merged {
	made := []merged{}
	for _, items := range [][]string{{"-0", "0"}, {"-0", "0", "0.5", "-0.5"}, {"-0"}} {
		set := []cty.Value{}
		for _, text := range items {
			set = append(set, number(text))
		}
		ty := cty.Set(cty.Number)
		first := vector(cty.SetVal(set), ty)
		bytes, err := hex.DecodeString(first.Msgpack)
		check(err)
		again, err := msgpack.Unmarshal(bytes, ty)
		check(err)
		made = append(made, merged{first, wire(again, ty)})
	}
	return made
}

// Values that are often the same, as they are compared by core: sets of what is not known among them.
func allPairs() []pair {
	r := rand.New(rand.NewSource(2))
	made := []pair{}
	for len(made) < cases {
		ty := randomType(r, 2, false)
		if r.Intn(3) == 0 {
			ty = cty.Set(randomType(r, 1, false))
		}
		a, b := randomValue(r, ty, true), randomValue(r, ty, true)
		if r.Intn(3) == 0 {
			b = a
		}
		made = append(made, pair{typeJSON(ty), wire(a, ty), wire(b, ty), a.RawEquals(b)})
	}
	return made
}

func allOutcomes() []outcome {
	r := rand.New(rand.NewSource(3))
	made := []outcome{}
	for len(made) < cases {
		ty := randomType(r, 1, false)
		unknown, known := randomUnknown(r, ty), randomValue(r, ty, false)
		if unknown.IsKnown() {
			continue
		}
		answer := unknown.Range().Includes(known)
		may := !answer.IsKnown() || answer.True()
		made = append(made, outcome{typeJSON(ty), wire(unknown, ty), wire(known, ty), may})
	}
	return made
}

// Values of which a byte is lost, changed or of another type, as far as core refuses them.
func allMalformed() []malformed {
	r := rand.New(rand.NewSource(4))
	made := []malformed{}
	for len(made) < cases {
		ty := randomType(r, 2, false)
		bytes, err := hex.DecodeString(wire(randomValue(r, ty, false), ty))
		check(err)
		switch r.Intn(3) {
		case 0:
			bytes = bytes[:r.Intn(len(bytes))]
		case 1:
			ty = randomType(r, 2, false)
		default:
			bytes[0] = byte(r.Intn(256))
		}
		if _, err := msgpack.Unmarshal(bytes, ty); err != nil {
			made = append(made, malformed{typeJSON(ty), hex.EncodeToString(bytes)})
		}
	}
	return append(made, badRefinements()...)
}

// Unknown values of which something is said that makes no sense.
func badRefinements() []malformed {
	bodies := []struct {
		ty   cty.Type
		body string
	}{
		{cty.String, "8101"}, {cty.String, "810105"}, {cty.String, "8102c2"},
		{cty.String, "8102a2c328"}, {cty.Number, "8103a131"}, {cty.Number, "81039101"}, {cty.Number, "8103920105"},
		{cty.List(cty.Bool), "8105a131"}, {cty.List(cty.Bool), "8106c3"}, {cty.String, "81a16101"},
	}
	made := []malformed{}
	for _, one := range bodies {
		length := len(one.body) / 2
		bytes := append([]byte{0xc7, byte(length), 0x0c}, make([]byte, length)...)
		_, err := hex.Decode(bytes[3:], []byte(one.body))
		check(err)
		if _, err := msgpack.Unmarshal(bytes, one.ty); err == nil {
			panic("taken: " + one.body)
		}
		made = append(made, malformed{typeJSON(one.ty), hex.EncodeToString(bytes)})
	}
	return made
}
