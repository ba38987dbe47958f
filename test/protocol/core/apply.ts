import { schemaType } from "../../../src/framework/schema";
import { isWhollyKnown, type ObjectValue } from "../../../src/framework/value";
import { complete, type Written } from "../../framework/schema/core";
import { type Change, type Configuration, type Planned, planWritten } from "./plan";
import { brokenPromises } from "./rules";
import { type Instance, toStateJson } from "./state";
import { each, Given, known, refuse, schemaOf, tryAsk, typeOf, unwire, type Walk, wire } from "./walk";

/** Does what was planned. The state is written after each operation: an end by force loses none before it. */
export async function applyWalk(
  walk: Walk,
  { resources = {} }: Configuration,
  { changes }: Pick<Planned, "changes">,
  state: Map<string, Instance>,
): Promise<void> {
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  await each(walk, byAddress.keys(), async (address) => {
    const change = byAddress.get(address);
    if (change === undefined || change.action === "no-op") return;
    if (change.action === "forget") return void state.delete(address);
    if (change.action === "delete" || change.action === "replace") await destroy(walk, change, state);
    if (change.action === "delete" || walk.stopped) return;
    await make(walk, change, resources[address] ?? {}, state);
  });
}

async function destroy(walk: Walk, change: Change, state: Map<string, Instance>): Promise<void> {
  const { address, prior } = change;
  const { made, failed, instance } = await applyOnce(walk, { ...change, planned: null }, null, state);
  state.set(address, instance(made ?? prior, state.get(address)?.tainted ?? false));
  if (failed) throw new Given();
  state.delete(address);
  if (made !== null) {
    refuse(walk, address, "Provider returned invalid result object after apply", [
      "still there after delete",
    ]);
  }
}

async function make(
  walk: Walk,
  change: Change,
  written: Written,
  state: Map<string, Instance>,
): Promise<void> {
  const { address } = change;
  const final = await planAgain(walk, change, written, state);
  if (final.action === "no-op") return;
  const { made, failed, instance } = await applyOnce(walk, final, written, state);
  const created = final.prior === null;
  // Without anything returned, what was before is still there.
  const kept = made ?? final.prior;
  const errors = failed ? null : resultErrors(walk, address, final.planned, made);
  // What a create returned beside an error is halfway: tainted.
  if (kept !== null) state.set(address, instance(kept, created && (failed || errors !== null)));
  if (errors !== null) refuse(walk, address, errors.summary, errors.lines);
  if (failed) throw new Given();
}

/** Asks for one operation. `instance` makes of an object what is saved of it. */
async function applyOnce(
  walk: Walk,
  change: Change,
  written: Written | null,
  state: ReadonlyMap<string, Instance>,
) {
  const { address, prior, planned } = change;
  const schema = schemaOf(walk, address);
  const { response, failed } = await tryAsk(walk, address, "ApplyResourceChange", {
    typeName: typeOf(address),
    priorState: wire(schema, prior),
    plannedState: wire(schema, planned),
    config: wire(schema, written === null ? null : complete(schema, written)),
    plannedPrivate: change.private,
  });
  const made = unwire(schema, response.newState);
  const bytes = made === null ? (state.get(address)?.private ?? new Uint8Array()) : response.private;
  const instance = (object: ObjectValue | null, tainted: boolean): Instance => ({
    attributes: toStateJson(known(object ?? {})),
    private: bytes,
    tainted,
  });
  return { made, failed, instance };
}

/** Core plans once more with the final configuration, and holds the provider to what it promised first. */
async function planAgain(walk: Walk, change: Change, written: Written, state: Map<string, Instance>) {
  const { address, action } = change;
  const schema = schemaOf(walk, address);
  const creates = action === "create" || action === "replace";
  const before = creates
    ? null
    : { object: change.prior as ObjectValue, private: state.get(address)?.private ?? new Uint8Array() };
  const final = await planWritten(
    walk,
    address,
    written,
    before === null ? null : { ...before, tainted: false },
  );
  const inconsistent = "Provider produced inconsistent final plan";
  const allowed = creates ? ["create"] : [action, "no-op"];
  if (!allowed.includes(final.action)) {
    refuse(walk, address, inconsistent, [`planned action changed from ${action} to ${final.action}`]);
  }
  const errors = brokenPromises(schemaType(schema), change.planned, final.planned);
  if (errors.length > 0) refuse(walk, address, inconsistent, errors);
  return final;
}

function resultErrors(
  walk: Walk,
  address: string,
  planned: ObjectValue | null,
  made: ObjectValue | null,
): { summary: string; lines: string[] } | null {
  const inconsistent = "Provider produced inconsistent result after apply";
  if (made === null) return { summary: inconsistent, lines: ["was present, but now absent"] };
  if (!isWhollyKnown(made)) {
    return { summary: "Provider returned invalid result object after apply", lines: ["unknown after apply"] };
  }
  const lines = brokenPromises(schemaType(schemaOf(walk, address)), planned, made);
  return lines.length === 0 ? null : { summary: inconsistent, lines };
}
