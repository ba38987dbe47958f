interface Relay {
  readonly followers: Set<AbortController>;
  readonly forward: () => void;
}

// Adding a listener to a signal looks through all that it has (WHATWG DOM, "add an event listener"):
// ten thousand calls under one signal would spend their time there. So each signal gets one listener.
const relays = new WeakMap<AbortSignal, Relay>();

/** Makes a controller abort with a signal; returns how to end that. */
export function follow(source: AbortSignal, follower: AbortController): () => void {
  if (source.aborted) {
    follower.abort(source.reason);
    return () => {};
  }
  const relay = relays.get(source) ?? open(source);
  relay.followers.add(follower);
  return () => {
    relay.followers.delete(follower);
    if (relay.followers.size > 0 || relays.get(source) !== relay) return;
    relays.delete(source);
    source.removeEventListener("abort", relay.forward);
  };
}

function open(source: AbortSignal): Relay {
  const followers = new Set<AbortController>();
  const forward = () => {
    for (const follower of [...followers]) follower.abort(source.reason);
  };
  const relay = { followers, forward };
  relays.set(source, relay);
  source.addEventListener("abort", forward, { once: true });
  return relay;
}
