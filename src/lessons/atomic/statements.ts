import type { StatementSet } from '../statements/statement';
import { programs } from './programs';
// As text, for the type of a JSON import would be that of today's figures.
import native from './statements/native.json?raw';
import tried from './statements/schedules.json?raw';

/** The eight statements of the lesson's first table, from the simplest to those that look like one. */
export const statements: StatementSet = {
  id: 'eight-statements',
  title: 'Eight statements, two threads',
  tried: JSON.parse(tried) as StatementSet['tried'],
  native: JSON.parse(native) as StatementSet['native'],
  shown: [
    { version: '3.9', free: false },
    { version: '3.14', free: false },
    { version: '3.14', free: true },
  ],
  statements: [
    {
      id: 'append_item',
      code: 'items.append(x)',
      scene: 'Two threads append to one list. Is an item lost?',
      program: programs.append_item,
      wrong: 'lost',
      threads: 2,
      why: 'The interpreter looks up `append`, which changes nothing, and calls it. The call is one step: with the GIL because no other thread runs meanwhile, without it because the list has a lock of its own.',
    },
    {
      id: 'set_key',
      code: 'd[k] = v',
      scene: 'Two threads put keys of their own into one dictionary. Is a key lost?',
      program: programs.set_key,
      wrong: 'lost',
      threads: 2,
      why: 'One instruction puts the key in, even where the dictionary must grow for it. Without the GIL, it holds the dictionary’s own lock meanwhile.',
    },
    {
      id: 'add_to_name',
      code: 'x += 1',
      scene: 'Two threads add one to a global variable. Is an update lost?',
      program: programs.add_to_name,
      wrong: 'lost',
      threads: 2,
      why: 'It reads, adds and writes. With the GIL, CPython has not looked for other threads in between since 3.10. Without it, other threads do not wait to be let in.',
    },
    {
      id: 'add_to_key',
      code: 'd[k] += 1',
      scene: 'Two threads add one to the value of one key. Is an update lost?',
      program: programs.add_to_key,
      wrong: 'lost',
      threads: 2,
      why: 'It reads the value, adds, and writes it back. The dictionary’s own lock is held for the write alone, so another thread can write between the read and the write.',
    },
    {
      id: 'add_to_property',
      code: 'account.balance += 1',
      scene: 'Two threads add one to a property. Is an update lost?',
      program: programs.add_to_property,
      wrong: 'lost',
      threads: 2,
      why: 'A property is a function that is called to read, and another that is called to write. Where a function begins, a CPython with the GIL looks whether another thread wants to run.',
    },
    {
      id: 'delete_if_there',
      code: 'if k in d: del d[k]',
      scene: 'Two threads delete a key if it is there. Does one get a `KeyError`?',
      program: programs.delete_if_there,
      wrong: 'raised',
      threads: 2,
      why: 'To look and to delete are two steps. With the GIL nothing came between them since 3.10, as long as the key is a plain string or number: a call in between is enough.',
    },
    {
      id: 'walk_a_list',
      code: 'for item in items:',
      scene:
        'One thread walks through a list, another appends to it and takes away again what it appended. Does the first miss an item, or fail?',
      program: programs.walk_a_list,
      wrong: 'lost',
      threads: 1,
      why: 'The loop only keeps the number of the next item, and asks the list for it each time. Nothing is raised, and what was there is seen. Whether it also sees what is new, is open.',
    },
    {
      id: 'walk_a_dict',
      code: 'for key in d:',
      scene:
        'One thread walks through a dictionary, another adds a key and takes it away. Does the first get a `RuntimeError`?',
      program: programs.walk_a_dict,
      wrong: 'raised',
      threads: 1,
      why: 'The loop finds at its next step that the dictionary has another size than when it began, and raises. Between two rounds of a loop, a CPython with the GIL looks whether another thread wants to run.',
    },
  ],
};
