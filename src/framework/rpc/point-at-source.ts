import type { Diagnostic } from "../diagnostics";
import { formatPath, isMap, isPlainObject, type ObjectValue, type Path, type Value } from "../value";

/**
 * Makes a diagnostic's path one that Terraform can look up in the source. To find the line of a map's element,
 * Terraform up to 1.16 evaluates the keys of the map in the source, and panics at the first key that is not a string:
 * `{ 4915112 = … }`, `{ (true) = … }`. A panic loses the state of that run. Therefore the path ends before the key and
 * the text names the key, unless `config` shows that all keys of the map are strings in the source. Labels of blocks
 * are always strings.
 * @param config null if the call has none, such as a read
 */
export function pointAtSource(item: Diagnostic, config: ObjectValue | null): Diagnostic {
  const { path } = item;
  const unsafe = path === undefined ? -1 : unsafeKey(path, config);
  if (path === undefined || unsafe === -1) return item;
  const key = formatPath(path.slice(0, unsafe + 1));
  const detail = namesKey(item, path[unsafe]) ? item.detail : `${item.detail}\n\nThis is about ${key}.`;
  return { ...item, detail, path: path.slice(0, unsafe) };
}

/** Index of the first key within an attribute that Terraform may not be able to look up; -1 if there is none. */
function unsafeKey(path: Path, config: ObjectValue | null): number {
  const attribute = path.findIndex((step) => "attribute" in step && step.block !== true);
  const found = path.findIndex((step, index) => index > attribute && "key" in step);
  if (attribute === -1 || found === -1) return -1;
  const map = valueAt(config, path.slice(0, found));
  return isMap(map) && ![...map.keys()].some(mayBeWrittenUnquoted) ? -1 : found;
}

/**
 * The text that HCL makes from a number or bool as a key: `1e5` gives "100000", `007` gives "7", `1.50` gives "1.5".
 */
const WRITTEN_UNQUOTED = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false)$/;

function mayBeWrittenUnquoted(key: string): boolean {
  return WRITTEN_UNQUOTED.test(key);
}

/** The value at a path; undefined if the path does not exist or leads into an unknown value. */
function valueAt(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if ("attribute" in step) value = isPlainObject(value) ? value[step.attribute] : undefined;
    else if ("key" in step) value = isMap(value) ? value.get(step.key) : undefined;
    else value = Array.isArray(value) ? (value as readonly Value[])[step.index] : undefined;
  }
  return value;
}

function namesKey({ summary, detail }: Diagnostic, step: Path[number] | undefined): boolean {
  if (step === undefined || !("key" in step) || step.key === "") return false;
  const parts = `${summary}\n${detail}`.split(step.key);
  return parts.some((part, index) => {
    const next = parts[index + 1];
    return next !== undefined && !/[\w.-]$/.test(part) && !/^(?:[\w-]|\.\w)/.test(next);
  });
}
