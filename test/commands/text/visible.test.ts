import { hclString, javascriptString, visible } from "../../../src/commands/text/visible";

test.each([
  ["two\nlines\r", "two\\u000alines\\u000d"],
  ["right\u202eto left\u2066", "right\\u202eto left\\u2066"],
  ["\u001b[31mred\u0000", "\\u001b[31mred\\u0000"],
  ["tag\u{e0041}", "tag\\U000e0041"],
  ["half \ud800 pair", "half \\ud800 pair"],
  ["Café عربي 日本 👩‍🍳 <b>", "Café عربي 日本 👩‍🍳 <b>"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  ["plain", '"plain"'],
  ['say "hi" \\', '"say \\"hi\\" \\\\"'],
  ["$\u007bpath.module} %{if} $ % $x", '"$${path.module} %%{if} $ % $x"'],
  ["two\nlines\t", '"two\\nlines\\t"'],
  ["\u202e\u{e0041}", '"\\u202e\\U000e0041"'],
])("%j is %s in HCL", (text, quoted) => {
  expect(hclString(text)).toBe(quoted);
});

test.each(['say "hi" \\', "$\u007bx} `tick`", "two\nlines", "\u202e\u{e0041}\u2028"])(
  "%j is the same text in JavaScript, with nothing hidden",
  (text) => {
    const source = javascriptString(text);

    expect(JSON.parse(source)).toBe(text);
    expect(source).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  },
);
