/** Highest first: a login that others wait for, a request that was sent before, one that had a lease, a new one. */
export type Priority = "login" | "again" | "returned" | "new";

const PRIORITIES: readonly Priority[] = ["login", "again", "returned", "new"];

/** A queue ordered by priority, then by arrival. Joining, leaving and taking the next item take constant time. */
export interface PriorityQueue<T> {
  readonly size: number;
  /** Adds an item at the end of its priority; returns a function that removes it. */
  join(item: T, priority: Priority): () => void;
  /** Removes and returns the next item. */
  next(): T | undefined;
  /** Number of items that are ahead of a new one of this priority. */
  before(priority: Priority): number;
  /** All items in order; items may leave during the iteration. */
  all(): Iterable<T>;
}

interface Place<T> {
  readonly item: T;
  taken: boolean;
}

interface Lane<T> {
  places: Place<T>[];
  /** Index of the first place that may still be occupied. */
  head: number;
  size: number;
}

/** Makes an empty queue. */
export function createPriorityQueue<T>(): PriorityQueue<T> {
  const lanes = PRIORITIES.map((): Lane<T> => ({ places: [], head: 0, size: 0 }));
  const sizeOf = (some: readonly Lane<T>[]) => some.reduce((sum, { size }) => sum + size, 0);
  return {
    get size() {
      return sizeOf(lanes);
    },
    join(item, priority) {
      const lane = lanes[PRIORITIES.indexOf(priority)] as Lane<T>;
      const place = { item, taken: true };
      lane.places.push(place);
      lane.size += 1;
      return () => leave(lane, place);
    },
    next() {
      const lane = lanes.find(({ size }) => size > 0);
      return lane && takeFirst(lane);
    },
    before: (priority) => sizeOf(lanes.slice(0, PRIORITIES.indexOf(priority) + 1)),
    *all() {
      for (const { places, head } of lanes) {
        for (let index = head; index < places.length; index += 1) {
          const place = places[index];
          if (place?.taken) yield place.item;
        }
      }
    },
  };
}

function takeFirst<T>(lane: Lane<T>): T | undefined {
  for (;;) {
    const place = lane.places[lane.head];
    if (place === undefined) return undefined;
    lane.head += 1;
    if (!place.taken) continue;
    leave(lane, place);
    // Compacting now and then moves each item at most once on average.
    if (lane.head * 2 > lane.places.length) {
      lane.places = lane.places.slice(lane.head);
      lane.head = 0;
    }
    return place.item;
  }
}

// The place stays empty until the head has passed it. Removing it would take a scan of the lane.
function leave<T>(lane: Lane<T>, place: Place<T>): void {
  if (!place.taken) return;
  place.taken = false;
  lane.size -= 1;
  if (lane.size > 0) return;
  lane.places = [];
  lane.head = 0;
}
