import { type Nameable, slug, uniqueNames } from "../../../src/commands/adopt/names";

test.each([
  ["Example Coffee GmbH & Co. KG", "example_coffee_gmbh_co_kg"],
  ["Café Größe Nº 5", "cafe_grosse_no_5"],
  ["Joe's – Diner!", "joes_diner"],
  ['"; rm -rf $\u007bHOME}\n<b>', "rm_rf_home_b"],
  ["\u202eabc\u2066", "abc"],
  ["../../etc/passwd", "etc_passwd"],
  ["عربي", ""],
  ["", ""],
  [`${"long ".repeat(30)}`, "long_long_long_long_long_long_long_long_long_long_long_long"],
])("the slug of %j is %j", (text, name) => {
  expect(slug(text)).toBe(name);
});

const named = (id: string, ...texts: (string | null)[]): Nameable => ({ id, texts });
const namesOf = (items: readonly Nameable[], taken: readonly string[] = []) =>
  Object.fromEntries(uniqueNames(items, new Set(taken)));

test("a name joins the texts that there are", () => {
  expect(
    namesOf([named("aCH", "Acme", "Berlin"), named("bCH", "Acme", null), named("cCH", "3 Oaks")]),
  ).toEqual({
    aCH: "acme_berlin",
    bCH: "acme",
    cCH: "n_3_oaks",
  });
});

test("channels that share a name, or have none, get their ids", () => {
  const items = [named("aCH", "Acme"), named("bCH", "ACME"), named("cCH", "日本")];

  expect(namesOf(items)).toEqual({ aCH: "acme_ach", bCH: "acme_bch", cCH: "cch" });
});

test("names do not depend on the order, nor on others that come and go", () => {
  const items = [named("aCH", "Acme"), named("bCH", "Acme"), named("cCH", "Café")];
  const all = namesOf(items);

  expect(namesOf([...items].reverse())).toEqual(all);
  expect(namesOf([named("cCH", "Café")])).toEqual({ cCH: all["cCH"] });
});

test.each([
  ["that a state has", [named("aCH", "Acme")], ["acme"], { aCH: "acme_ach" }],
  ["that are taken with their ids", [named("aCH", "Acme")], ["acme", "acme_ach"], { aCH: "acme_ach_2" }],
  [
    "of which one is made of another",
    [named("b", "Acme"), named("B", "Acme"), named("c", "Acme B")],
    [],
    { B: "acme_b_2", b: "acme_b_3", c: "acme_b" },
  ],
  ["that Terraform takes for an override", [named("aCH", "Acme Override")], [], { aCH: "acme_override_ach" }],
])("names %s are not used again", (_name, items, taken, expected) => {
  expect(namesOf(items, taken)).toEqual(expected);
});
