import type { Outcomes } from '../statements/statement';
// As text, for the type of a JSON import would be that of today's figures.
import native from './statements/native.json?raw';
import tried from './statements/schedules.json?raw';

/** What becomes of the eight statements, and why. */
export const outcomes: Outcomes = {
  tried: JSON.parse(tried) as Outcomes['tried'],
  native: JSON.parse(native) as Outcomes['native'],
  shown: [
    { version: '3.9', free: false },
    { version: '3.14', free: false },
    { version: '3.14', free: true },
  ],
  why: {
    append_item:
      'The interpreter looks up `append`, which changes nothing, and calls it. The call is one step: with the GIL because no other thread runs meanwhile, without it because the list has a lock of its own.',
    set_key:
      'One instruction puts the key in, even where the dictionary must grow for it. Without the GIL, it holds the dictionary’s own lock meanwhile.',
    add_to_name:
      'It reads, adds and writes. With the GIL, CPython has not looked for other threads in between since 3.10. Without it, other threads do not wait to be let in.',
    add_to_key:
      'It reads the value, adds, and writes it back. The dictionary’s own lock is held for the write alone, so another thread can write between the read and the write.',
    add_to_property:
      'A property is a function that is called to read, and another that is called to write. Where a function begins, a CPython with the GIL looks whether another thread wants to run.',
    delete_if_there:
      'To look and to delete are two steps. With the GIL nothing came between them since 3.10, as long as the key is a plain string or number: a call in between is enough.',
    walk_a_list:
      'The loop only keeps the number of the next item, and asks the list for it each time. Nothing is raised, and what was there is seen. Whether it also sees what is new, is open.',
    walk_a_dict:
      'The loop finds at its next step that the dictionary has another size than when it began, and raises. Between two rounds of a loop, a CPython with the GIL looks whether another thread wants to run.',
  },
};
