import type { ServerHttp2Stream } from "node:http2";
import { ANSWER, hasLeft, OK, trailersOf } from "./answer";
import { frameMessage } from "./message";

/**
 * Answers with messages as the iterator yields them. The next message is requested when the peer has room for it, so
 * a slow reader slows the iterator down. When the peer leaves, the signal aborts and the iterator's `return` is called.
 * When the iterator throws, the answer ends with the error after the messages sent so far.
 */
export async function answerInMessages(
  stream: ServerHttp2Stream,
  make: (signal: AbortSignal) => AsyncIterable<Uint8Array>,
): Promise<void> {
  const leaving = new AbortController();
  const onClose = () => leaving.abort(new DOMException("The caller has left", "AbortError"));
  stream.once("close", onClose);
  let trailers = OK;
  try {
    for await (const message of make(leaving.signal)) {
      if (hasLeft(stream)) return;
      begin(stream, () => trailers);
      await send(stream, message);
      if (hasLeft(stream)) return;
    }
  } catch (error) {
    trailers = trailersOf(error);
  } finally {
    stream.off("close", onClose);
  }
  if (hasLeft(stream)) return;
  begin(stream, () => trailers);
  stream.end();
}

/** Sends the headers once. `trailers` is called when the last message has been sent. */
function begin(stream: ServerHttp2Stream, trailers: () => typeof OK): void {
  if (stream.headersSent) return;
  stream.respond(ANSWER, { waitForTrailers: true });
  stream.once("wantTrailers", () => stream.sendTrailers(trailers()));
}

/** Sends one message. Resolves when there is room for another one, or when the caller has left. */
async function send(stream: ServerHttp2Stream, message: Uint8Array): Promise<void> {
  let hasRoom = true;
  for (const piece of frameMessage(message)) hasRoom = stream.write(piece);
  if (hasRoom || hasLeft(stream)) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      stream.off("drain", settle);
      stream.off("close", settle);
      resolve();
    };
    stream.on("drain", settle);
    stream.on("close", settle);
  });
}
