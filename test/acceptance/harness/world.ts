import {
  createSimulator,
  type Listening,
  listen,
  type Simulator,
  type SimulatorOptions,
} from "../../../src/simulator";
import { watchReads } from "./only-reads";
import { Workspace } from "./workspace";

/** A simulated 360dialog that answers on a port, and a folder whose provider is pointed at it. */
export interface World {
  readonly simulator: Simulator;
  readonly listening: Listening;
  readonly workspace: Workspace;
  /** Frees the port and removes the folder. What a test leaves open is closed at the end of its file. */
  close(): Promise<void>;
}

/** What differs from world to world. */
export interface WorldOptions {
  readonly simulator?: SimulatorOptions;
  /** Laid over the provider's variables; undefined takes one away. */
  readonly env?: NodeJS.ProcessEnv;
}

// A story is a dozen runs of the binary, each a fraction of a second long.
jest.setTimeout(60_000);

const open = new Set<World>();

afterAll(async () => {
  await Promise.all([...open].map((world) => world.close()));
});

/** Opens a world in which Terraform works for the partner `examplePA`, who logs in with a password. */
export async function openWorld({ simulator: options, env }: WorldOptions = {}): Promise<World> {
  const simulator = createSimulator(options);
  const listening = await listen(simulator);
  const workspace = await Workspace.open({ ...settingsFor(listening), ...env }).catch(async (error) => {
    await listening.close();
    throw error;
  });
  workspace.watchReads((args) => watchReads(simulator, args));
  const world: World = {
    simulator,
    listening,
    workspace,
    async close() {
      open.delete(world);
      await listening.close();
      await workspace.close();
    },
  };
  open.add(world);
  return world;
}

/** The provider's variables for a simulator. */
export function settingsFor({ hubBaseUrl, signalsBaseUrl }: Listening): NodeJS.ProcessEnv {
  return {
    DIALOG360_PARTNER_ID: "examplePA",
    DIALOG360_USERNAME: "partner@example.com",
    DIALOG360_PASSWORD: "example-password",
    DIALOG360_HUB_BASE_URL: hubBaseUrl,
    DIALOG360_SIGNALS_BASE_URL: signalsBaseUrl,
  };
}
