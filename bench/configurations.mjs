// Configurations of the benchmarks: with our provider, and with the built-in terraform_data. The latter needs no
// process and no protocol, so its time is Terraform's own.

const REQUIRED =
  'terraform {\n  required_providers {\n    dialog360 = { source = "dialog360/dialog360" }\n  }\n}\nprovider "dialog360" {}\n';

/**
 * One block for each channel.
 * @param {readonly string[]} ids
 */
export function trackedBlocks(ids) {
  /** @param {string} id */
  const block = (id) => `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n}`;
  return REQUIRED + ids.map(block).join("\n");
}

/**
 * As many built-in blocks.
 * @param {readonly string[]} ids
 */
export function builtInBlocks(ids) {
  return ids.map((id) => `resource "terraform_data" "${id}" {\n  input = "${id}"\n}`).join("\n");
}

/**
 * One fleet with all channels.
 * @param {readonly string[]} ids
 * @param {number} [off] how many of them are switched off
 */
export function fleet(ids, off) {
  return `${REQUIRED}${channels(ids, off)}resource "dialog360_ctwa_tracking_fleet" "all" {\n  channels = local.channels\n}\n`;
}

/**
 * One built-in object with the same data. It stays an object with an attribute a channel: tomap would take core a time
 * that grows with the square, a minute for 50,000.
 * @param {readonly string[]} ids
 * @param {number} [off]
 */
export function builtInFleet(ids, off) {
  return `${channels(ids, off)}resource "terraform_data" "all" {\n  input = local.channels\n}\n`;
}

/**
 * How a block is repeated for all channels: by a map in a local, by a map in place, or by counting.
 * @typedef {keyof typeof REPEATED} Repetition
 */
const REPEATED = {
  /** @param {readonly string[]} ids */
  "for-each-local": (ids) => ({
    locals: channels(ids),
    repeat: "for_each = local.channels",
    id: "each.key",
  }),
  /** @param {readonly string[]} ids */
  "for-each-in-place": (ids) => ({
    locals: list(ids),
    repeat: "for_each = { for id in local.ids : id => true }",
    id: "each.key",
  }),
  /** @param {readonly string[]} ids */
  count: (ids) => ({
    locals: list(ids),
    repeat: "count = length(local.ids)",
    id: "local.ids[count.index]",
  }),
};

/**
 * One block, repeated.
 * @param {Repetition} repetition
 * @param {readonly string[]} ids
 */
export function repeatedBlock(repetition, ids) {
  const { locals, repeat, id } = REPEATED[repetition](ids);
  return `${REQUIRED}${locals}resource "dialog360_channel_ctwa_tracking" "all" {\n  ${repeat}\n  channel_id = ${id}\n}\n`;
}

/**
 * The built-in block, repeated in the same way.
 * @param {Repetition} repetition
 * @param {readonly string[]} ids
 */
export function builtInRepeated(repetition, ids) {
  const { locals, repeat, id } = REPEATED[repetition](ids);
  return `${locals}resource "terraform_data" "all" {\n  ${repeat}\n  input = ${id}\n}\n`;
}

/**
 * @param {readonly string[]} ids
 * @param {number} [off]
 */
function channels(ids, off = 0) {
  return locals(`channels = {\n${ids.map((id, index) => `    ${id} = ${index >= off}`).join("\n")}\n  }`);
}

/** @param {readonly string[]} ids */
function list(ids) {
  return locals(`ids = [\n${ids.map((id) => `    "${id}",`).join("\n")}\n  ]`);
}

/** @param {string} body */
function locals(body) {
  return `locals {\n  ${body}\n}\n`;
}
