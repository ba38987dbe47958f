import { type Answer, type Seen, type SmallServer, startServer } from "../../client/small-server";
import { openWorld, type World, type WorldOptions } from "./world";

/** A world whose provider talks to the simulator through a server that may change its answers. */
export interface LyingWorld extends World {
  /** Changes an answer, or gives another one in its place; null leaves the simulator's. */
  lie: (
    seen: Seen,
    honest: () => Promise<Answer & { json: Record<string, unknown> }>,
  ) => Promise<Answer | null>;
  readonly server: SmallServer;
}

/** Opens such a world; it is honest until `lie` is set. */
export async function openLyingWorld(options: WorldOptions = {}): Promise<LyingWorld> {
  const world = await openWorld(options);
  const forward = async (seen: Seen): Promise<Answer> => {
    const query = seen.query.size === 0 ? "" : `?${seen.query}`;
    const { authorization = "" } = seen.headers;
    const init = { method: seen.method, headers: { authorization }, ...(seen.body && { body: seen.body }) };
    const answer = await world.simulator.fetch(
      new Request(`http://simulator.test${seen.path}${query}`, init),
    );
    return {
      status: answer.status,
      headers: { "content-type": "application/json" },
      body: await answer.text(),
    };
  };
  const server = await startServer(async (seen) => {
    const honest = async () => {
      const { body, ...rest } = await forward(seen);
      return { ...rest, json: JSON.parse(String(body)) as Record<string, unknown> };
    };
    return (await lying.lie(seen, honest)) ?? forward(seen);
  });
  world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: `${server.url}/api/v2` });
  const lying: LyingWorld = {
    ...world,
    server,
    lie: async () => null,
    async close() {
      await server.close();
      await world.close();
    },
  };
  return lying;
}

/** Whether a request asks for a page of the channel list. */
export function asksForPage({ path, query }: Seen): boolean {
  return path.endsWith("/channels") && !query.has("filters");
}
