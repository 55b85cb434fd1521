/** Where things are in the memory that the workers of the cell experiment share. Far apart, so that only the value and its lock share a cache line. */
export const cellLayout = {
  /** The cell they all increment. */
  value: 0,
  /** The lock around it. */
  lock: 1,
  /** How many workers have come to the start. */
  arrived: 32,
  /** 1 when all have. */
  go: 33,
  /** How many of them are awake since. */
  awake: 34,
  stopped: 64,
} as const;
const cellCount = 96;

export function cellMemory(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(cellCount * Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Read, add, write: three steps, and another worker may come in between. The read and the write are atomic each, or the compiler would read
 * once and only write from then on.
 */
export function incrementPlainly(cells: Int32Array, times: number): void {
  const { value } = cellLayout;
  for (let done = 0; done < times; done += 1) Atomics.store(cells, value, Atomics.load(cells, value) + 1);
}

/** One step that nothing can come between. */
export function incrementAtomically(cells: Int32Array, times: number): void {
  const { value } = cellLayout;
  for (let done = 0; done < times; done += 1) Atomics.add(cells, value, 1);
}

/** Read, add, write as above, but only while holding the lock. */
export function incrementLocked(cells: Int32Array, times: number): void {
  const { value } = cellLayout;
  for (let done = 0; done < times; done += 1) {
    lock(cells);
    cells[value] = (cells[value] ?? 0) + 1;
    unlock(cells);
  }
}

const free = 0;
const taken = 1;
const takenAndWanted = 2;
/** How often to look again before going to sleep, which costs a thousand times as much as an increment. */
const spins = 100;

/** A lock in one cell: the third mutex of Ulrich Drepper, "Futexes Are Tricky" (2004), with a short spin before the sleep. */
function lock(cells: Int32Array): void {
  for (let spin = 0; spin < spins; spin += 1)
    if (Atomics.compareExchange(cells, cellLayout.lock, free, taken) === free) return;
  while (Atomics.exchange(cells, cellLayout.lock, takenAndWanted) !== free)
    Atomics.wait(cells, cellLayout.lock, takenAndWanted);
}

function unlock(cells: Int32Array): void {
  if (Atomics.exchange(cells, cellLayout.lock, free) === takenAndWanted) Atomics.notify(cells, cellLayout.lock, 1);
}

/** Comes to the start. The last of `workers` to come lets all go, and gets true. */
function arrive(cells: Int32Array, workers: number): boolean {
  if (Atomics.add(cells, cellLayout.arrived, 1) + 1 < workers) return false;
  Atomics.store(cells, cellLayout.go, 1);
  Atomics.notify(cells, cellLayout.go);
  return true;
}

/** How long a worker stays awake for the others to come, before it sleeps. */
const awakeForOthersMs = 5;
/** How long those that are awake wait for one that was woken: on a busy machine it may have to wait for a core. */
const patienceMs = 100;

/** Lets `workers` go on in the same microsecond, each of them on a core: those that are there wait for the last one, and then, awake, for those that slept. `clock` tells milliseconds. */
export function startTogether(cells: Int32Array, workers: number, clock: () => number): void {
  if (!arrive(cells, workers)) {
    const sleepAt = clock() + awakeForOthersMs;
    while (Atomics.load(cells, cellLayout.go) === 0) if (clock() >= sleepAt) Atomics.wait(cells, cellLayout.go, 0);
  }
  Atomics.add(cells, cellLayout.awake, 1);
  const goAt = clock() + patienceMs;
  while (Atomics.load(cells, cellLayout.awake) < workers && clock() < goAt);
}

export function stopCell(cells: Int32Array): void {
  Atomics.store(cells, cellLayout.stopped, 1);
}

export function isCellStopped(cells: Int32Array): boolean {
  return Atomics.load(cells, cellLayout.stopped) !== 0;
}
