import { der } from "../../../src/framework/plugin/der";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test.each([
  [0, "0400"],
  [127, "047f"],
  [128, "048180"],
  [255, "0481ff"],
  [256, "04820100"],
  [65_536, "0483010000"],
])("a content of %i bytes has its length written the short way", (length, head) => {
  expect(hex(der.octetString(Buffer.alloc(length))).slice(0, head.length)).toBe(head);
});

test.each([
  ["", "020100"],
  ["00", "020100"],
  ["7f", "02017f"],
  ["80", "02020080"],
  ["0001", "020101"],
  ["0080", "02020080"],
  ["0102030405060708", "02080102030405060708"],
])("the integer %p is positive and has no byte too many", (bytes, expected) => {
  expect(hex(der.integer(Buffer.from(bytes, "hex")))).toBe(expected);
});

test.each([
  ["2026-11-23T01:02:03.999Z", 0x17, "261123010203Z"],
  ["2049-12-31T23:59:59Z", 0x17, "491231235959Z"],
  ["2050-01-01T00:00:00Z", 0x18, "20500101000000Z"],
  ["2026-11-23T01:02:03+05:00", 0x17, "261122200203Z"],
])("the time %s has the form that its year asks for, in UTC", (time, tag, text) => {
  const bytes = der.time(new Date(time));

  expect([bytes[0], bytes[1], bytes.subarray(2).toString("latin1")]).toEqual([tag, text.length, text]);
});

test.each([
  ["a sequence", der.sequence(der.boolean(true), der.boolean(false)), "30060101ff010100"],
  ["a set", der.set(der.integer(Uint8Array.of(5))), "3103020105"],
  ["a bit string", der.bitString(Uint8Array.of(0x84), 2), "03020284"],
  ["an object identifier", der.objectId("550403"), "0603550403"],
  ["text", der.utf8String("é"), "0c02c3a9"],
  ["an explicit tag", der.explicit(3, der.boolean(true)), "a3030101ff"],
  ["an implicit tag", der.implicit(2, Buffer.from("a")), "820161"],
])("%s is tag, length and content", (_what, bytes, expected) => {
  expect(hex(bytes)).toBe(expected);
});
