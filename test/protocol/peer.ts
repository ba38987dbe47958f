import { Client, type ClientReadableStream, credentials } from "@grpc/grpc-js";
import { type Provider, serveInProcess } from "../../src/framework";
import type { MessageFns } from "../../src/framework/protocol/generated/tfplugin6";

/** A served provider, called over its socket by an independent implementation of gRPC. */
export interface Peer {
  /** @throws a ServiceError with the status of the answer if that is not OK */
  unary<Q, A>(name: string, request: MessageFns<Q>, response: MessageFns<A>, asked: object): Promise<A>;
  /** Opens a server stream and leaves it to the caller. */
  open<Q, E>(
    name: string,
    request: MessageFns<Q>,
    event: MessageFns<E>,
    asked: object,
  ): ClientReadableStream<E>;
  close(): Promise<void>;
}

/** Serves a provider and connects to it. */
export async function openPeer(provider: Provider): Promise<Peer> {
  const server = await serveInProcess(provider);
  const [config] = Object.values(JSON.parse(server.reattach) as Record<string, { Addr: { String: string } }>);
  const client = new Client(`unix:${config?.Addr.String}`, credentials.createInsecure());
  const pathOf = (name: string) => `/tfplugin6.Provider/${name}`;
  const encoder =
    <Q>(request: MessageFns<Q>) =>
    (message: Q) =>
      Buffer.from(request.encode(message).finish());
  return {
    unary: (name, request, response, asked) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          pathOf(name),
          encoder(request),
          (bytes) => response.decode(bytes),
          request.fromPartial(asked as never),
          (error, answer) => (error ? reject(error) : resolve(answer as never)),
        );
      }),
    open: (name, request, event, asked) =>
      client.makeServerStreamRequest(
        pathOf(name),
        encoder(request),
        (bytes) => event.decode(bytes),
        request.fromPartial(asked as never),
      ),
    async close() {
      client.close();
      await server.close();
    },
  };
}

/** All messages of a stream. */
export async function all<E>(stream: ClientReadableStream<E>): Promise<E[]> {
  const events: E[] = [];
  for await (const event of stream) events.push(event as E);
  return events;
}
