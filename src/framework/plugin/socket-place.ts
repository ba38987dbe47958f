import { join } from "node:path";
import type { HostRequest } from "./handshake";

/** A folder in which a unix socket may be made. */
export interface SocketPlace {
  readonly parent: string;
  /** Ours: make a folder in it that only this user can enter. Else the host made and protects it. */
  readonly own: boolean;
}

/** The folders to try for a unix socket, best first; none means TCP. */
export function socketPlaces(
  host: Pick<HostRequest, "socketDirectory">,
  platform: NodeJS.Platform,
  temporaryFolder: string,
): SocketPlace[] {
  // On Windows, Node makes a named pipe of a path, and go-plugin cannot dial those.
  if (platform === "win32") return [];
  const given = host.socketDirectory === null ? [] : [{ parent: host.socketDirectory, own: false }];
  const temporary = [...new Set([temporaryFolder, "/tmp"])].map((parent) => ({ parent, own: true }));
  return [...given, ...temporary].filter((place) => fits(place, platform));
}

/** The socket's path: in a fresh folder made by `makeFolder`, or beside what else the host keeps there. */
export function socketPath(place: SocketPlace, random: string): string {
  return place.own ? join(place.parent, "socket") : join(place.parent, `plugin-${random}`);
}

/** What `mkdtemp` is given for a folder of ours; it adds six characters. */
export function folderPrefix(parent: string): string {
  return join(parent, "plugin-");
}

// Node cuts a longer path without a word and listens on what is left: sun_path holds 108 bytes on
// Linux and 104 elsewhere, the closing zero included.
function fits(place: SocketPlace, platform: NodeJS.Platform): boolean {
  const longest = platform === "linux" ? 107 : 103;
  const parent = place.own ? `${folderPrefix(place.parent)}XXXXXX` : place.parent;
  return Buffer.byteLength(socketPath({ ...place, parent }, "XXXXXXXX")) <= longest;
}
