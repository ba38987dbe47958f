import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

test("the provider is served from source, with a map to the sources, until Ctrl-C", async () => {
  const child = spawn(process.execPath, [path.join(root, "scripts/serve.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const ended = once(child, "exit");
    expect(await exports(child.stdout)).toContain("export TF_REATTACH_PROVIDERS=");
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }

  const bundle = await readFile(path.join(root, "build/serve.cjs"), "utf8");
  const [, map = ""] = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(bundle) ?? [];
  const { sources } = JSON.parse(Buffer.from(map, "base64").toString()) as { sources: readonly string[] };
  const places = sources.map((source) => path.relative(root, path.resolve(root, "build", source)));
  expect(places).toContain("src/provider/resources/channel-ctwa-tracking/write.ts");
});

/** What is written up to the line for the shell, or up to the end. */
async function exports(stdout: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stdout) {
    text += chunk;
    if (text.includes("export ")) break;
  }
  return text;
}
