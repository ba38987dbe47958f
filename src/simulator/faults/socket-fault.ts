import type { Fault } from "./fault";

/** An effect of a fault that needs the socket of the answer. */
export type SocketFault =
  | { readonly kind: "cut" }
  | { readonly kind: "tls" }
  | { readonly kind: "cut-body" }
  | { readonly kind: "slow-body"; readonly ms: number }
  | { readonly kind: "hang" }
  | { readonly kind: "continue" }
  | { readonly kind: "long-no-content"; readonly bytes: boolean };

/** The part of a fault that needs a socket; null if it has none. */
export function socketFault(fault: Fault): SocketFault | null {
  if (fault.hang) return { kind: "hang" };
  if (fault.tls) return { kind: "tls" };
  if (fault.cut === "body") return { kind: "cut-body" };
  if (fault.cut) return { kind: "cut" };
  if (fault.slowBody !== undefined) return { kind: "slow-body", ms: fault.slowBody };
  if (fault.unaskedContinue) return { kind: "continue" };
  if (fault.longNoContent !== undefined) {
    return { kind: "long-no-content", bytes: fault.longNoContent === "bytes" };
  }
  return null;
}
