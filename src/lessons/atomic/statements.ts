import type { StatementSet } from '../statements/statement';
import { programs } from './programs';

/** The eight statements of the lesson's first table, from the simplest to those that look like one. */
export const statements: StatementSet = {
  id: 'eight-statements',
  title: 'Eight statements, two threads',
  outcomes: async () => (await import('./outcomes')).outcomes,
  statements: [
    {
      id: 'append_item',
      code: 'items.append(x)',
      scene: 'Two threads append to one list. Is an item lost?',
      program: programs.append_item,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'set_key',
      code: 'd[k] = v',
      scene: 'Two threads put keys of their own into one dictionary. Is a key lost?',
      program: programs.set_key,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'add_to_name',
      code: 'x += 1',
      scene: 'Two threads add one to a global variable. Is an update lost?',
      program: programs.add_to_name,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'add_to_key',
      code: 'd[k] += 1',
      scene: 'Two threads add one to the value of one key. Is an update lost?',
      program: programs.add_to_key,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'add_to_property',
      code: 'account.balance += 1',
      scene: 'Two threads add one to a property. Is an update lost?',
      program: programs.add_to_property,
      wrong: 'lost',
      threads: 2,
    },
    {
      id: 'delete_if_there',
      code: 'if k in d: del d[k]',
      scene: 'Two threads delete a key if it is there. Does one get a `KeyError`?',
      program: programs.delete_if_there,
      wrong: 'raised',
      threads: 2,
    },
    {
      id: 'walk_a_list',
      code: 'for item in items:',
      scene:
        'One thread walks through a list, another appends to it and takes away again what it appended. Does the first miss an item, or fail?',
      program: programs.walk_a_list,
      wrong: 'lost',
      threads: 1,
    },
    {
      id: 'walk_a_dict',
      code: 'for key in d:',
      scene:
        'One thread walks through a dictionary, another adds a key and takes it away. Does the first get a `RuntimeError`?',
      program: programs.walk_a_dict,
      wrong: 'raised',
      threads: 1,
    },
  ],
};
