import type { Socket } from "node:net";

// The HTTP library is stricter than some servers. It treats an unrequested 100 and a 204 with a length as an attack on
// its connection, and fails the request. Both are harmless, so this file corrects them between the socket and the
// library (RFC 9110, 15.2.1 and 15.3.5).

const NOTHING = Buffer.alloc(0);
const HEAD_END = "\r\n\r\n";
const LONGEST_HEAD = 64 * 1024;
const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})/;

/** Makes a newly connected socket correct the heads of its answers. */
export function forgive(socket: Socket): Socket {
  const filter = createHeadFilter();
  const { read, write } = socket;
  socket.read = function forgivingRead(this: Socket, size?: number) {
    for (;;) {
      const chunk: Buffer | null = read.call(this, size);
      if (chunk === null) return null;
      const passed = filter.pass(chunk);
      if (passed.length > 0) return passed;
    }
  };
  socket.write = function forgivingWrite(this: Socket, ...parts: never[]) {
    filter.expectHead();
    return (write as (...parts: never[]) => boolean).apply(this, parts);
  } as Socket["write"];
  return socket;
}

/** Corrects the heads of the successive answers on one connection. */
export interface HeadFilter {
  /** Call when a request is written: the next bytes are the head of its answer. */
  expectHead(): void;
  /** Returns the bytes of a chunk to pass on. An incomplete head is held back. */
  pass(chunk: Buffer): Buffer;
}

/** Makes the filter of a new connection. */
export function createHeadFilter(): HeadFilter {
  let state: "head" | "through" | "closing" = "head";
  let held: Buffer = NOTHING;

  function passHead(): Buffer {
    for (;;) {
      const status = STATUS_LINE.exec(held.toString("latin1", 0, 12))?.[1];
      const wanted = status === "100" || status === "204" || (status === undefined && held.length < 12);
      const end = held.indexOf(HEAD_END);
      if (!wanted || (end < 0 && held.length > LONGEST_HEAD)) return release();
      if (end < 0) return NOTHING;
      if (status !== "100") return release(withoutLength(held.toString("latin1", 0, end)));
      held = held.subarray(end + HEAD_END.length);
      if (held.length === 0) return NOTHING;
    }
  }

  /** Releases the bytes held back, or in their place the head of the connection's last usable answer. */
  function release(lastHead: string | null = null): Buffer {
    const passed = lastHead === null ? held : Buffer.from(lastHead + HEAD_END, "latin1");
    state = lastHead === null ? "through" : "closing";
    held = NOTHING;
    return passed;
  }

  return {
    expectHead() {
      if (state === "through") state = "head";
    },
    pass(chunk) {
      if (state === "through") return chunk;
      if (state === "closing") return NOTHING;
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      return passHead();
    },
  };
}

/**
 * The head of a 204 without its forbidden length; null if it names none. A body may or may not follow, so the
 * connection ends.
 */
function withoutLength(head: string): string | null {
  const lines = head.split("\r\n");
  if (!lines.some((queue) => /^(content-length|transfer-encoding):/i.test(queue))) return null;
  const kept = lines.filter(
    (queue) => !/^(content-length|transfer-encoding|connection|keep-alive):/i.test(queue),
  );
  return [...kept, "Connection: close"].join("\r\n");
}
