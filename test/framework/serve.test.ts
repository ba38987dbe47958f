import { type Provider, provider, serve, serveInProcess } from "../../src/framework";

const notes = provider<null>()({
  name: "notes",
  address: "example/notes",
  version: "0.1.0",
  description: "d",
  schema: {},
  configure: () => null,
  resources: [],
  dataSources: [],
});

async function startedByPerson(one: Provider): Promise<string> {
  const [before, write] = [process.exitCode, jest.spyOn(process.stderr, "write").mockReturnValue(true)];
  try {
    await serve(one);
    return String(write.mock.calls[0]?.[0]);
  } finally {
    process.exitCode = before;
    jest.restoreAllMocks();
  }
}

test("a person is also told what is wrong with the definition", async () => {
  expect(await startedByPerson({ ...notes, description: "" })).toContain("has no description\n");
});

test("a provider whose definition is wrong is not served in a test", async () => {
  await expect(serveInProcess({ ...notes, description: "" })).rejects.toThrow("has no description");
});

test("a person who starts a provider is told what it is, and nothing is served", async () => {
  const [before, write] = [process.exitCode, jest.spyOn(process.stderr, "write").mockReturnValue(true)];
  const out = jest.spyOn(process.stdout, "write");
  try {
    await serve(notes);

    expect(write.mock.calls).toEqual([[expect.stringMatching(/example\/notes 0\.1\.0.*\n$/)]]);
    expect(process.exitCode).toBe(1);
    expect(out).not.toHaveBeenCalled();
  } finally {
    process.exitCode = before;
    jest.restoreAllMocks();
  }
});
