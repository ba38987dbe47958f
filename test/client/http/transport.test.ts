import { createTransport } from "../../../src/client/http/transport";
import { startServer } from "../small-server";

const signal = new AbortController().signal;

test("of a refusal no more is read than an error needs; of a success all", async () => {
  const body = "x".repeat(1_000_000);
  const server = await startServer(({ path }) => ({ status: path === "/refuse" ? 400 : 200, body }));
  const transport = createTransport();
  const get = (path: string) =>
    transport.send({ method: "GET", url: `${server.url}${path}`, endpoint: "GET", headers: {} }, signal);
  const refusal = await get("/refuse");
  expect(refusal).toMatchObject({ status: 400, cut: true });
  expect(refusal.body).toHaveLength(65_536);
  const success = await get("/all");
  expect(success).toMatchObject({ status: 200, cut: false });
  expect(success.body).toHaveLength(1_000_000);
  await transport.close();
  await server.close();
});
