import type { StatementSet } from '../statements/statement';
import { programs } from './programs';

/** Five programs that are in use: two of them are right, one is wrong on every Python, and two lean on the GIL. */
export const statements: StatementSet = {
  id: 'five-programs',
  title: 'Is it safe? Five programs',
  outcomes: async () => (await import('./outcomes')).outcomes,
  statements: [
    {
      id: 'draw_ticket',
      code: 'ticket = next_ticket; next_ticket = ticket + 1',
      scene:
        'Two threads draw tickets from one roll: they read the number in one line and raise it in the next. Is a number given out twice, and another lost?',
      program: programs.draw_ticket,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'take_or_stop',
      code: 'try: job = jobs.pop()',
      scene: 'Two threads take jobs from one list until an `IndexError` tells them that it is empty. Is a job lost?',
      program: programs.take_or_stop,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'fetch_if_missing',
      code: 'if n not in prices: prices[n] = fetch(n)',
      scene: 'Two threads fetch prices that are not there yet. Is one fetched twice, so that a result is lost?',
      program: programs.fetch_if_missing,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'own_lock',
      code: 'with lock: hits += 1',
      scene: 'Two threads count hits, each under a lock that it has made in its own function. Is a hit lost?',
      program: programs.own_lock,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'say_ready_last',
      code: 'prices[n] = 3 * n; written = n + 1',
      scene:
        'One thread writes prices, and says after each how many there are. Another one believes it, and reads the last. Does it get a `KeyError`?',
      program: programs.say_ready_last,
      wrong: 'raised',
      threads: 1,
    },
  ],
};
