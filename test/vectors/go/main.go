// Writes the vectors that our codec is held against: values as Terraform's own library puts them on the wire.
// Always the same ones: go run . > ../cty.json
package main

import (
	"encoding/hex"
	"encoding/json"
	"os"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"github.com/zclconf/go-cty/cty/msgpack"
)

// A value: its type, its bytes, and the JSON of a state file where all of it is known.
type value struct {
	Type    json.RawMessage `json:"type"`
	Msgpack string          `json:"msgpack"`
	State   string          `json:"state,omitempty"`
}

// A value, and the bytes of it once it was read back from its own bytes.
type merged struct {
	value
	Again string `json:"again"`
}

// Two values of a type, and whether they are the same.
type pair struct {
	Type json.RawMessage `json:"type"`
	A    string          `json:"a"`
	B    string          `json:"b"`
	Same bool            `json:"same"`
}

// An unknown value, and whether it may turn out to be a known one.
type outcome struct {
	Type    json.RawMessage `json:"type"`
	Unknown string          `json:"unknown"`
	Value   string          `json:"value"`
	May     bool            `json:"may"`
}

// Bytes that are no value of a type.
type malformed struct {
	Type    json.RawMessage `json:"type"`
	Msgpack string          `json:"msgpack"`
}

type vectors struct {
	Values    []value     `json:"values"`
	Merged    []merged    `json:"merged"`
	Pairs     []pair      `json:"pairs"`
	Outcomes  []outcome   `json:"outcomes"`
	Malformed []malformed `json:"malformed"`
}

func main() {
	made := vectors{Values: allValues(), Merged: allMerged(), Pairs: allPairs(), Outcomes: allOutcomes(), Malformed: allMalformed()}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	check(out.Encode(made))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func typeJSON(ty cty.Type) json.RawMessage {
	text, err := ctyjson.MarshalType(ty)
	check(err)
	return text
}

func wire(v cty.Value, ty cty.Type) string {
	bytes, err := msgpack.Marshal(v, ty)
	check(err)
	return hex.EncodeToString(bytes)
}

func vector(v cty.Value, ty cty.Type) value {
	made := value{Type: typeJSON(ty), Msgpack: wire(v, ty)}
	if v.IsWhollyKnown() {
		text, err := ctyjson.Marshal(v, ty)
		check(err)
		made.State = string(text)
	}
	return made
}
