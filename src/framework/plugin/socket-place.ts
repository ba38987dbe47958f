import { join } from "node:path";
import type { HostRequest } from "./handshake";

/** A folder for a unix socket. */
export interface SocketPlace {
  readonly parent: string;
  /** True: we create a subfolder that only this user can enter. False: the host created and protects the folder. */
  readonly own: boolean;
}

/** The folders to try for a unix socket, best first. If the list is empty, use TCP. */
export function socketPlaces(
  host: Pick<HostRequest, "socketDirectory">,
  platform: NodeJS.Platform,
  temporaryFolder: string,
): SocketPlace[] {
  // On Windows, Node turns a path into a named pipe, and go-plugin cannot connect to a named pipe.
  if (platform === "win32") return [];
  const given = host.socketDirectory === null ? [] : [{ parent: host.socketDirectory, own: false }];
  const temporary = [...new Set([temporaryFolder, "/tmp"])].map((parent) => ({ parent, own: true }));
  return [...given, ...temporary].filter((place) => fits(place, platform));
}

/** The socket's path. In the host's folder, which may hold other files, the name contains `random`. */
export function socketPath(place: SocketPlace, random: string): string {
  return place.own ? join(place.parent, "socket") : join(place.parent, `plugin-${random}`);
}

/** The prefix for `mkdtemp`, which adds six characters, when the folder is ours. */
export function folderPrefix(parent: string): string {
  return join(parent, "plugin-");
}

// sun_path holds 108 bytes on Linux and 104 elsewhere, including the terminating zero. Node truncates a longer path
// without an error and listens on the truncated one.
function fits(place: SocketPlace, platform: NodeJS.Platform): boolean {
  const longest = platform === "linux" ? 107 : 103;
  const parent = place.own ? `${folderPrefix(place.parent)}XXXXXX` : place.parent;
  return Buffer.byteLength(socketPath({ ...place, parent }, "XXXXXXXX")) <= longest;
}
