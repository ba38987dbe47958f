import { provider, serve } from "../../src/framework";

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
