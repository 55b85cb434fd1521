import { pythonCells, pythonSignals, tickerEnds } from '../core/python/python';

/** Rings: puts a signal for Python into the shared cells, as often as they say. It never overwrites another signal. */
self.addEventListener('message', ({ data }: MessageEvent<Int32Array>) => {
  const cells = data;
  for (;;) {
    const micros = Atomics.load(cells, pythonCells.tickMicros);
    if (micros === tickerEnds) return;
    if (micros === 0) {
      Atomics.wait(cells, pythonCells.tickMicros, 0);
      continue;
    }
    if (Atomics.wait(cells, pythonCells.tickMicros, micros, micros / 1000) === 'timed-out') {
      Atomics.compareExchange(cells, pythonCells.signal, 0, pythonSignals.tick);
    }
  }
});
