import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCertificate } from "../../../src/framework/plugin/certificate";
import { createSimulator, type Listening, listen, type Simulator } from "../../../src/simulator";
import { skippingClock } from "../../client/test-clock";
import { servedDirectly } from "../core/connection";
import { createCore } from "../core/core";
import { providerFor, type Variables } from "../provider-for";
import type { Call } from "./calls";
import { type Ended, stories } from "./stories";
import type { Trouble } from "./troubles";

/** One cell of the matrix: trouble of a kind meets the first or third request of a call. */
export interface Cell {
  readonly call: Call;
  readonly trouble: Trouble;
  readonly time: "first" | "third";
  /** How often the provider may send again. */
  readonly retries: number;
  /** Whether the hub reports the switch. */
  readonly reported: boolean;
}

/** What is wrong with how a cell ended; nothing where all is well. */
export type Complaints = readonly string[];

/** Tells the cell's story in a world of its own. */
export async function runCell(cell: Cell): Promise<Complaints> {
  const { call, trouble, time } = cell;
  const fault = call.fault(trouble);
  if (fault === undefined || (call.onlyReported && !cell.reported)) return [];
  const world = await openWorld(cell);
  try {
    const skip = call.skip[time === "first" ? 0 : 1];
    world.simulator.control.addFault({ ...fault, route: call.route, skip });
    const ended = await stories[call.story](world);
    return [...wasMet(cell, world.simulator), ...judge(cell, ended), ...ended.complaints];
  } finally {
    await world.close();
  }
}

async function openWorld({ call, trouble, retries, reported }: Cell) {
  const simulator = createSimulator({
    ctwaField: reported ? "ctwa_enabled" : null,
    maxPageSize: call.story === "channels" ? 10 : null,
  });
  const listening = await (trouble.fault.tls ? listenOverTls : listenPlainly)(simulator);
  const provider = providerFor(listening, skippingClock(), {
    MAX_RETRIES: String(retries),
    REQUEST_TIMEOUT: trouble.timeout ?? "30s",
    ...listening.variables,
  });
  const core = createCore(provider, servedDirectly(provider));
  return { simulator, reported, core, close: listening.close };
}

type Reachable = Pick<Listening, "hubBaseUrl" | "signalsBaseUrl" | "close"> & {
  readonly variables: Variables;
};

async function listenPlainly(simulator: Simulator): Promise<Reachable> {
  return { ...(await listen(simulator)), variables: {} };
}

/** With a certificate that the provider is told to trust. */
async function listenOverTls(simulator: Simulator): Promise<Reachable> {
  const { pem, keyPem } = createCertificate(new Date());
  const folder = mkdtempSync(path.join(tmpdir(), "dialog360-authority-"));
  const file = path.join(folder, "ca.pem");
  writeFileSync(file, pem);
  const { hubBaseUrl, signalsBaseUrl, close } = await listen(simulator, { tls: { cert: pem, key: keyPem } });
  // The certificate is for the name.
  const named = (url: string) => url.replace("127.0.0.1", "localhost");
  return {
    hubBaseUrl: named(hubBaseUrl),
    signalsBaseUrl: named(signalsBaseUrl),
    variables: { CA_CERT_FILE: file },
    async close() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A fault that met nothing, or something else, would prove nothing. */
function wasMet({ call }: Cell, { requests }: Simulator): Complaints {
  const met = requests.list().filter(({ fault }) => fault);
  if (met.length !== 1) return [`${met.length} requests were met by the fault`];
  return met.every((request) => call.is?.(request) ?? true)
    ? []
    : ["the fault met another call than was meant"];
}

/** Done after retries, or a message that names call and cause. */
function judge({ call, trouble, retries }: Cell, { errors, warnings }: Ended): Complaints {
  const told = [...errors, ...warnings];
  if (trouble.passes && retries > 0) return told.map((text) => `it should have passed: ${text}`);
  return told
    .filter((text) => !call.names.test(text) || !trouble.cause.test(text))
    .map((text) => `names not call and cause: ${text}`);
}
