// What the folders of the benchmarks declare: with our provider, and with the built-in terraform_data, which needs no
// process and no wire and so is what Terraform costs by itself.

const REQUIRED =
  'terraform {\n  required_providers {\n    dialog360 = { source = "dialog360/dialog360" }\n  }\n}\nprovider "dialog360" {}\n';

/**
 * One block for each channel.
 * @param {string[]} ids
 */
export function trackedBlocks(ids) {
  /** @param {string} id */
  const block = (id) => `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n}`;
  return REQUIRED + ids.map(block).join("\n");
}

/**
 * As many built-in blocks.
 * @param {string[]} ids
 */
export function builtInBlocks(ids) {
  return ids.map((id) => `resource "terraform_data" "${id}" {\n  input = "${id}"\n}`).join("\n");
}

/**
 * One fleet with all channels.
 * @param {string[]} ids
 */
export function fleet(ids) {
  return `${REQUIRED}${channels(ids)}resource "dialog360_ctwa_tracking_fleet" "all" {\n  channels = local.channels\n}\n`;
}

/**
 * One built-in object with the very map that the fleet has.
 * @param {string[]} ids
 */
export function builtInFleet(ids) {
  return `${channels(ids)}resource "terraform_data" "all" {\n  input = tomap(local.channels)\n}\n`;
}

/** @param {string[]} ids */
function channels(ids) {
  return locals(ids.map((id) => `    ${id} = true`));
}

/** @param {string[]} entries */
function locals(entries) {
  return `locals {\n  channels = {\n${entries.join("\n")}\n  }\n}\n`;
}
