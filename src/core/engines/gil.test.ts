import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gilMemory, handOver, release, SharedGil, type Baton, type Sleep, type ThreadNumber } from './gil';

type Steps<R> = Generator<Sleep | undefined, R>;
type SimulatedThread = { readonly steps: Steps<void>; state: 'going' | 'dozing' | 'asleep'; sleep: Sleep | undefined };

/** Threads that hold the lock `turns` times each, interleaved at every step as told, asleep until they are woken, as with futexes. */
class Machine {
  readonly holders: ThreadNumber[] = [];
  readonly cells = gilMemory();
  readonly gil = new SharedGil(this.cells, (cell, count) => this.#wake(cell, count));
  readonly #sleepers: SimulatedThread[] = [];
  readonly #threads: SimulatedThread[];
  #inside = 0;
  readonly #yields: boolean;

  constructor(count: number, turns: number, yields: boolean) {
    this.#yields = yields;
    this.#threads = Array.from({ length: count }, (_, thread) => ({
      steps: this.#program(thread, turns),
      state: 'going',
      sleep: undefined,
    }));
  }

  *#program(thread: ThreadNumber, turns: number): Steps<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      if (!(yield* this.gil.acquiring(thread))) return;
      this.#inside += 1;
      if (this.#inside > 1) throw new Error('Two threads hold the lock.');
      this.holders.push(thread);
      yield;
      this.#inside -= 1;
      yield* this.gil.releasing(thread, this.#yields && turn + 1 < turns && this.gil.isWanted());
    }
  }

  #wake(cell: number, count: number): void {
    for (const thread of this.#sleepers.filter(({ sleep }) => sleep?.cell === cell).slice(0, count)) {
      this.#sleepers.splice(this.#sleepers.indexOf(thread), 1);
      thread.state = 'going';
    }
  }

  /** Lets one thread take one step. False when none can. */
  step(choice: number): boolean {
    const awake = this.#threads.filter(({ state }) => state !== 'asleep');
    const thread = awake[choice % Math.max(1, awake.length)];
    if (thread === undefined) return false;
    if (thread.state === 'dozing' && this.cells[thread.sleep?.cell ?? 0] === thread.sleep?.value) {
      thread.state = 'asleep';
      this.#sleepers.push(thread);
      return true;
    }
    const { done, value } = thread.steps.next();
    thread.state = value === undefined ? 'going' : 'dozing';
    thread.sleep = value ?? undefined;
    if (done === true) this.#threads.splice(this.#threads.indexOf(thread), 1);
    return true;
  }

  run(choices: readonly number[]): void {
    for (let at = 0; this.step(choices[at % choices.length] ?? 0); at += 1)
      if (at > 100_000) throw new Error('It does not end.');
  }

  get unfinished(): number {
    return this.#threads.length;
  }
}

const schedules = fc.array(fc.nat(60), { minLength: 50, maxLength: 400 });

describe('SharedGil', () => {
  it('lets one in at a time, and everybody in the end, however the threads interleave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.boolean(), schedules, (count, yields, choices) => {
        const machine = new Machine(count, 4, yields);
        machine.run(choices);
        expect(machine.unfinished).toBe(0);
        expect(machine.holders).toHaveLength(count * 4);
      }),
      { numRuns: 500 },
    );
  });

  it('never goes straight back to a thread that gave it up while another wants it', () => {
    fc.assert(
      fc.property(schedules, (choices) => {
        const gil = new SharedGil(gilMemory());
        const first = gil.acquiring(0);
        while (first.next().done !== true);
        const second = gil.acquiring(1);
        second.next();
        expect(gil.isWanted()).toBe(true);
        release(gil, 0, true);
        const again = gil.acquiring(0);
        // Whatever the order, the other thread is in before the first is back.
        const firstIn = choices.find((choice) => (choice % 2 === 0 ? again : second).next().done === true);
        expect(firstIn === undefined || firstIn % 2 === 1).toBe(true);
      }),
    );
  });

  it('goes back at once when nobody else is left', () => {
    const gil = new SharedGil(gilMemory());
    const run = (protocol: Generator<Sleep | undefined, boolean>): boolean => {
      for (let step = 0; step < 20; step += 1) {
        const { done, value } = protocol.next();
        if (done === true) return value;
      }
      throw new Error('It waits for nobody.');
    };
    expect(run(gil.acquiring(3))).toBe(true);
    release(gil, 3, true);
    expect(run(gil.acquiring(3))).toBe(true);
  });

  it('sends everyone home when stopped', () => {
    const machine = new Machine(4, 1000, true);
    for (let at = 0; at < 200; at += 1) machine.step(at * 7);
    machine.gil.stop();
    expect(machine.gil.isStopped()).toBe(true);
    const held = machine.holders.length;
    machine.run([1, 5, 2]);
    expect(machine.unfinished).toBe(0);
    // The holder may leave and one that was about to take the lock may take it, once.
    expect(machine.holders.length - held).toBeLessThanOrEqual(1);
  });
});

describe('handOver', () => {
  it('goes round in the order of asking', () => {
    let baton: Baton = { waiting: [1, 2] };
    const order: (ThreadNumber | null)[] = [0];
    for (let turn = 0; turn < 5; turn += 1) {
      const next = handOver(baton, order.at(-1) ?? 0, true);
      order.push(next.to);
      baton = next.baton;
    }
    expect(order).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('leaves out who has finished, and ends with nobody', () => {
    const next = handOver({ waiting: [4] }, 2, false);
    expect(next).toEqual({ to: 4, baton: { waiting: [] } });
    expect(handOver(next.baton, 4, false).to).toBeNull();
    expect(handOver(next.baton, 4, true).to).toBe(4);
  });
});
