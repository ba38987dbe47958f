import type { RecordedRequest, Simulator } from "../../../src/simulator";

/** Whether a run of the binary with these arguments may read and nothing else. */
export function mayOnlyRead([command = "", ...options]: readonly string[]): boolean {
  if (["validate", "plan", "refresh"].includes(command)) return true;
  return command === "apply" && options.includes("-refresh-only");
}

/** Begins to watch a run that may only read; the returned function ends that, and throws where anything was written. */
export function watchReads({ requests }: Simulator, args: readonly string[]): () => void {
  const last = requests.list().at(-1)?.number ?? 0;
  return () => {
    const writes = requests.list().filter((request) => request.number > last && isWrite(request));
    if (writes.length === 0) return;
    const told = writes.map(({ method, path }) => `${method} ${path}`).join("\n");
    throw new Error(`terraform ${args.join(" ")} may only read, and sent:\n${told}`);
  };
}

/** Everything is, but GET and the login. */
function isWrite({ method, route }: RecordedRequest): boolean {
  return method !== "GET" && !(method === "POST" && route === "token");
}
