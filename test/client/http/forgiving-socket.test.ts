import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { type Client, createClient } from "../../../src/client";
import { createHeadFilter } from "../../../src/client/http/forgiving-socket";
import { skippingClock } from "../test-clock";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

/** What goes on of an answer that comes in pieces. */
function passed(...pieces: string[]): string {
  const filter = createHeadFilter();
  return pieces.map((piece) => filter.pass(Buffer.from(piece, "latin1")).toString("latin1")).join("");
}

describe("of an answer goes on", () => {
  test.each([
    ["all of it where nothing is wrong", OK, OK],
    ["none of an interim answer", `HTTP/1.1 100 Continue\r\n\r\n${OK}`, OK],
    ["none of an interim answer with headers", `HTTP/1.1 100 Continue\r\nX-Hop: 1\r\n\r\n${OK}`, OK],
    ["none of two interim answers", `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${OK}`, OK],
    [
      "all of a 204 without a length",
      "HTTP/1.1 204 No\r\nDate: x\r\n\r\n",
      "HTTP/1.1 204 No\r\nDate: x\r\n\r\n",
    ],
    [
      "a 204 without its length and its bytes",
      "HTTP/1.1 204 No\r\ncontent-length: 2\r\nConnection: keep-alive\r\n\r\n{}",
      "HTTP/1.1 204 No\r\nConnection: close\r\n\r\n",
    ],
    ["what is no head", "HTTP/1.1 20", ""],
    ["what is no HTTP", "SSH-2.0-example server\r\n", "SSH-2.0-example server\r\n"],
  ])("%s, in whatever pieces it comes", (_, answer, rest) => {
    expect(passed(answer)).toBe(rest);
    expect(passed(...answer)).toBe(rest);
  });
});

test("a body that looks like a head goes on as it is", () => {
  const filter = createHeadFilter();
  const head = "HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n";
  filter.pass(Buffer.from(head));
  expect(filter.pass(Buffer.from("HTTP/1.1 100 Continue\r\n\r\n")).toString()).toContain("100 Continue");
});

test("the head of the next answer is put right, too", () => {
  const filter = createHeadFilter();
  filter.pass(Buffer.from(OK));
  filter.expectHead();
  expect(filter.pass(Buffer.from(`HTTP/1.1 100 Continue\r\n\r\n${OK}`)).toString()).toBe(OK);
});

describe("over a real connection", () => {
  const sockets = new Set<Socket>();
  let server: Server;
  let client: Client;
  let answer: string;
  let requests: number;

  beforeEach(async () => {
    requests = 0;
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("data", (data) => {
        if (!/^(GET|POST) /.test(data.toString("latin1"))) return;
        requests += 1;
        socket.write(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = createClient({
      ...{ partnerId: "examplePA", hubBaseUrl: url, signalsBaseUrl: url },
      ...{ credentials: { accessToken: "invented-token" }, requestTimeoutMs: 5_000, maxRetries: 2 },
      ...{ userAgent: "client-tests/1", clock: skippingClock() },
    });
  });

  afterEach(async () => {
    await client.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    ["a 100 that was not asked for", `HTTP/1.1 100 Continue\r\n\r\n${OK}`],
    ["a 204 with a length and without its bytes", "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n"],
    ["a 204 with a length and its bytes", "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}"],
    ["a 204 in chunks", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"],
  ])("%s is a success, sent once, and the next request works", async (_, text) => {
    answer = text;
    const ref = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
    await client.ctwa.enable(ref);
    expect(requests).toBe(1);
    await client.ctwa.disable(ref);
    expect(requests).toBe(2);
  });
});
