import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { breakTls, type RawSockets } from "./raw-sockets";
import type { SocketFault } from "./socket-fault";

/** Does to the connection what a fault wants; `signal` aborts when the connection is gone. */
export async function applySocketFault(
  fault: SocketFault,
  response: Response,
  outgoing: ServerResponse,
  signal: AbortSignal,
  sockets: RawSockets,
): Promise<void> {
  switch (fault.kind) {
    case "cut":
      outgoing.destroy();
      return;
    case "tls": {
      const socket = sockets.below(outgoing.socket?.remotePort);
      if (socket !== undefined) breakTls(socket);
      return;
    }
    case "hang":
      if (!outgoing.destroyed) await once(outgoing, "close");
      return;
    case "cut-body":
      await sendHalf(response, outgoing);
      outgoing.destroy();
      return;
    case "slow-body": {
      const rest = await sendHalf(response, outgoing);
      await delay(fault.ms, undefined, { signal });
      outgoing.end(rest);
      return;
    }
    case "continue":
      outgoing.writeContinue();
      await sendWhole(response, outgoing);
      return;
    case "long-no-content":
      sendLongNoContent(fault.bytes, outgoing);
  }
}

async function sendWhole(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  outgoing.end(body);
}

/** Announces two bytes in an answer that must have none (RFC 9110, 8.6); sends them if `bytes` is set. */
function sendLongNoContent(bytes: boolean, outgoing: ServerResponse): void {
  const { socket } = outgoing;
  outgoing.writeHead(204, { "content-length": 2 });
  outgoing.end();
  if (bytes) socket?.write("{}");
}

/** Sends the head and the first half of the body, and gives back the other half. */
async function sendHalf(response: Response, outgoing: ServerResponse): Promise<Buffer> {
  const body = Buffer.from(await response.arrayBuffer());
  // An answer without a body would be whole with its head: a space is promised and kept back.
  const whole = body.length === 0 ? Buffer.from(" ") : body;
  const half = Math.floor(whole.length / 2);
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": whole.length,
  });
  outgoing.flushHeaders();
  await new Promise<void>((resolve) => outgoing.write(whole.subarray(0, half), () => resolve()));
  return whole.subarray(half);
}
