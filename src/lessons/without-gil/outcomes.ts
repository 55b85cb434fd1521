import type { Outcomes } from '../statements/statement';
// As text, for the type of a JSON import would be that of today's figures.
import native from './statements/native.json?raw';
import tried from './statements/schedules.json?raw';

/** What becomes of the five programs, and why. */
export const outcomes: Outcomes = {
  tried: JSON.parse(tried) as Outcomes['tried'],
  native: JSON.parse(native) as Outcomes['native'],
  shown: [
    { version: '3.9', free: false },
    { version: '3.14', free: false },
    { version: '3.14', free: true },
  ],
  why: {
    draw_ticket:
      'Two lines, and no call between the read and the write: since 3.10, CPython with the GIL looks for other threads in neither. The GIL protected a whole paragraph of your code, without being asked.',
    take_or_stop:
      '`pop` is one step, with the GIL and without, and nothing is looked at before it. So each job goes to one thread.',
    fetch_if_missing:
      'Between the look and the write a Python function is called. There threads may change on every CPython. Both find nothing, and both fetch.',
    own_lock:
      'A lock that nobody else has stops nobody. With the GIL the program works like one without a lock, and nothing shows that. It must be one lock for both.',
    say_ready_last:
      'The number is written last and read first. A thread that sees it finds the price, since it was put there before. The other way round, it would go wrong without the GIL.',
  },
};
