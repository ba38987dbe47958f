import { folderPrefix, socketPath, socketPlaces } from "../../../src/framework/plugin/socket-place";

const noWish = { socketDirectory: null };
const parents = (...args: Parameters<typeof socketPlaces>) =>
  socketPlaces(...args).map(({ parent }) => parent);

test("the temporary folder comes first, /tmp second", () => {
  expect(parents(noWish, "linux", "/var/tmp/me")).toEqual(["/var/tmp/me", "/tmp"]);
});

test("the host's folder comes before both, and is not ours", () => {
  expect(socketPlaces({ socketDirectory: "/run/host" }, "linux", "/tmp")).toEqual([
    { parent: "/run/host", own: false },
    { parent: "/tmp", own: true },
  ]);
});

test("on Windows there is no place for a socket", () => {
  expect(socketPlaces({ socketDirectory: "C:\\host" }, "win32", "C:\\temp")).toEqual([]);
});

// "/plugin-XXXXXX/socket" takes 21 bytes of what a socket's path may have.
test.each([
  ["linux", 107 - 21],
  ["darwin", 103 - 21],
  ["freebsd", 103 - 21],
] as const)("on %s a folder of up to %i bytes leaves room for the socket", (platform, longest) => {
  const fits = `/${"x".repeat(longest - 1)}`;

  expect(parents(noWish, platform, fits)).toEqual([fits, "/tmp"]);
  expect(parents(noWish, platform, `${fits}x`)).toEqual(["/tmp"]);
});

test("bytes are counted, not characters", () => {
  expect(parents(noWish, "linux", `/${"é".repeat(50)}`)).toEqual(["/tmp"]);
});

test("a folder of the host's that is too long is passed over", () => {
  expect(parents({ socketDirectory: `/${"x".repeat(100)}` }, "linux", "/tmp")).toEqual(["/tmp"]);
});

test("a socket has a fixed name in a folder of ours, and a random one in the host's", () => {
  expect(socketPath({ parent: "/tmp/plugin-AbCdEf", own: true }, "1234abcd")).toBe(
    "/tmp/plugin-AbCdEf/socket",
  );
  expect(socketPath({ parent: "/run/host", own: false }, "1234abcd")).toBe("/run/host/plugin-1234abcd");
  expect(folderPrefix("/tmp")).toBe("/tmp/plugin-");
});
