import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import type { Address, HostRequest } from "./handshake";
import { folderPrefix, type SocketPlace, socketPath, socketPlaces } from "./socket-place";

/** Where a server listens, and how to remove its socket from the disk. */
export interface Listening {
  readonly address: Address;
  /** Removes the socket, and its folder if that is ours. Synchronous, to work on "exit". A second call does nothing. */
  remove(): void;
}

/** The part of the host's request that decides where to listen. */
export type ListenRequest = Pick<HostRequest, "socketDirectory" | "socketGroup" | "ports">;

const LOOPBACK = "127.0.0.1";

/**
 * Listens on a unix socket if one can be opened, else on a loopback port in the host's range.
 * @throws when neither is possible, with the last port's error as the cause
 */
export async function listen(
  server: Server,
  request: ListenRequest,
  platform: NodeJS.Platform = process.platform,
): Promise<Listening> {
  for (const place of socketPlaces(request, platform, tmpdir())) {
    const listening = await tryListenOnSocket(server, place, request.socketGroup);
    if (listening) return listening;
  }
  return listenOnPort(server, request.ports);
}

async function tryListenOnSocket(
  server: Server,
  place: SocketPlace,
  group: string | null,
): Promise<Listening | undefined> {
  let remove = () => {};
  try {
    const parent = place.own ? mkdtempSync(folderPrefix(place.parent)) : place.parent;
    const path = socketPath({ ...place, parent }, randomBytes(4).toString("hex"));
    remove = () => rmSync(place.own ? parent : path, { recursive: true, force: true });
    await started(server, () => server.listen(path));
    if (!place.own && group !== null) shareWithGroup(path, group);
    return { address: { network: "unix", address: path }, remove };
  } catch {
    // The folder may be missing, full or read-only. The caller tries the next place.
    await stopped(server);
    remove();
    return undefined;
  }
}

async function listenOnPort(server: Server, ports: ListenRequest["ports"]): Promise<Listening> {
  server.on("connection", (socket) => socket.setNoDelay?.(true));
  const count = ports.max - ports.min + 1;
  const first = Math.floor(Math.random() * count);
  let cause: unknown;
  for (let tried = 0; tried < count; tried++) {
    const port = ports.min + ((first + tried) % count);
    try {
      await started(server, () => server.listen(port, LOOPBACK));
      return { address: { network: "tcp", address: `${LOOPBACK}:${boundPort(server)}` }, remove: () => {} };
    } catch (error) {
      cause = error;
    }
  }
  throw new Error(`no unix socket and no loopback port from ${ports.min} to ${ports.max} could be opened`, {
    cause,
  });
}

function started(server: Server, listenNow: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      server.off("error", settle);
      server.off("listening", settle);
      if (error) reject(error);
      else resolve();
    };
    server.once("error", settle);
    server.once("listening", settle);
    listenNow();
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
}

function boundPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function shareWithGroup(path: string, group: string): void {
  const id = /^\d+$/.test(group) ? Number(group) : groupId(group);
  chownSync(path, -1, id);
  chmodSync(path, 0o660);
}

// Node has no call that looks up a group.
function groupId(name: string): number {
  const line = readFileSync("/etc/group", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const id = Number(line?.split(":")[2]);
  if (!Number.isInteger(id)) throw new Error(`no group is named "${name}"`);
  return id;
}
