import type { Core, Outcome, Plan } from "../core/core";
import type { Configuration } from "../core/plan";
import { disagreements, rightChanges, tracking, type Stage as Watched } from "../tracking-state";

/** Where a story plays. */
interface Stage extends Watched {
  readonly core: Core;
}

/** How a story ended. */
export interface Ended {
  /** What the user was told, while there was trouble. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** What should not have happened, in words. */
  readonly complaints: readonly string[];
}

const ids = ["exampleCH", "berlinCH", "hamburgCH"];

/** Switches three channels on and off again; what failed is mended by the next apply without trouble. */
async function switches(stage: Stage): Promise<Ended> {
  const outcomes: Outcome[] = [];
  const complaints: string[] = [];
  const off = tracking(ids, { enabled: false });
  for (const config of [tracking(ids, { enabled: true }), off]) {
    const outcome = await stage.core.apply(config);
    outcomes.push(outcome);
    complaints.push(...disagreements(stage, config, outcome));
  }
  stage.simulator.control.clearFaults();
  return { ...told(outcomes), complaints: [...complaints, ...(await mended(stage, off))] };
}

/** The next plan wants just what is not so, its apply makes it so, and the plan after that is empty. */
async function mended(stage: Stage, config: Configuration): Promise<string[]> {
  const right = rightChanges(stage, config);
  const plan = await stage.core.plan(config);
  const complaints = plan.errors.map(({ detail }) => `the next plan fails: ${detail}`);
  if (wantedBy(plan).join() !== right.join()) {
    complaints.push(`the next plan wants ${wantedBy(plan)}, right would be ${right}`);
  }
  if (plan.changes.length === 0) return complaints;
  const outcome = await stage.core.apply(config, plan);
  complaints.push(...disagreements(stage, config, outcome), ...told([outcome]).errors);
  const last = await stage.core.plan(config);
  return [...complaints, ...wantedBy(last).map((change) => `the last plan still wants to ${change}`)];
}

function wantedBy({ changes }: Plan): string[] {
  return changes.map(({ address, action }) => `${action} ${address}`).sort();
}

const signals: Configuration = {
  data: Object.fromEntries(
    [
      ["exampleCL", "100001"],
      ["bakeryCL", "100006"],
      ["floristCL", "100016"],
    ].map(([client_id, app_id]) => [
      `data.dialog360_signals_configuration.${client_id}`,
      { client_id, app_id },
    ]),
  ),
};

const channels: Configuration = { data: { "data.dialog360_channels.all": {} } };

/** Reads data; what could not be read is read by the next plan without trouble, and both find the same. */
function reading(config: Configuration) {
  return async ({ core, simulator }: Stage): Promise<Ended> => {
    const during = await core.plan(config);
    simulator.control.clearFaults();
    const after = await core.plan(config);
    const complaints = told([after]).errors.concat(
      [...after.data].flatMap(([address, found]) => {
        const before = during.data.get(address);
        const same = before === undefined || JSON.stringify(before) === JSON.stringify(found);
        return same ? [] : [`${address} was read otherwise while there was trouble`];
      }),
    );
    if (during.errors.length === 0 && during.data.size !== after.data.size)
      complaints.push("data are missing");
    return { ...told([during]), complaints };
  };
}

/** What is done while there is trouble, and what has to be so after it. */
export const stories = { switches, signals: reading(signals), channels: reading(channels) } as const;

function told(outcomes: readonly Outcome[]): Pick<Ended, "errors" | "warnings"> {
  const of = (wanted: "error" | "warning") =>
    outcomes.flatMap(({ messages }) =>
      messages
        .filter(({ severity }) => severity === wanted)
        .map(({ address, summary, detail }) => `${address}: ${summary}: ${detail}`),
    );
  return { errors: of("error"), warnings: of("warning") };
}
