import type { Granularity } from '../../../src/core/python/pythonSchedules';

/** A program of `called/` in which the library looks at something and then calls what the program gave it, or the other way round, and all that can become of it. */
export interface Called {
  readonly name: string;
  /** What is printed, without the last line break, after the words of an exception if one ended a thread. */
  readonly outcomes: readonly string[];
  /** The steps with which it comes to these; by line and by access, unless said. */
  readonly granularities?: readonly Granularity[];
}

/** Found by thinking: each look of the library's, each call, each change of its own may come before or after what the other thread does. */
export const calledPrograms: readonly Called[] = [
  // Before the look, between look and call, after the call.
  { name: 'timer_cancelled_too_late', outcomes: [`['cancelled']`, `['cancelled', 'ring']`, `['ring', 'cancelled']`] },
  { name: 'timer_of_a_method', outcomes: [`['cancelled']`, `['cancelled', 'ring']`, `['ring', 'cancelled']`] },
  // Cancelled before, between or after each of its two looks.
  {
    name: 'timer_of_its_own_kind',
    outcomes: [
      `['cancelled']`,
      `['cancelled', 'ring']`,
      `['ring', 'cancelled']`,
      `['ring', 'cancelled', 'ring']`,
      `['ring', 'ring', 'cancelled']`,
    ],
  },
  { name: 'pool_cancelled_too_late', outcomes: [`['cancelled']`, `['too late', 'works']`, `['works', 'too late']`] },
  // Each of the two looks before or after what it looks for; the work comes before it is done, and is looked for first.
  { name: 'pool_done_after_its_work', outcomes: ['0 False', '0 True', '1 False', '1 True'] },
  { name: 'pool_fails_after_its_work', outcomes: ['0 False', '0 True', '1 False', '1 True'] },
  {
    name: 'pool_prepared',
    outcomes: [
      `['cancelled', 'prepared']`,
      `['prepared', 'cancelled']`,
      `['prepared', 'too late', 'works']`,
      `['prepared', 'works', 'too late']`,
    ],
  },
  { name: 'pool_left_open', outcomes: ['ends\nworks', 'works\nends'] },
  { name: 'called_back_later', outcomes: [`['has it', 'told']`, `['told', 'has it']`] },
  { name: 'called_back_by_a_method', outcomes: ['0', '1'] },
  // Nobody has come, one, or both, whose barrier is not open before the action has returned.
  {
    name: 'barrier_in_its_action',
    outcomes: [`[0, 'act']`, `[1, 'act']`, `[2, 'act']`, `['act', 2]`, `['act', 0]`],
    granularities: ['line'],
  },
  { name: 'hook_of_threads', outcomes: [`[True, 'ValueError']`, `['ValueError', True]`, `['ValueError', False]`] },
  {
    name: 'fails_after_printing',
    outcomes: ['first: ValueError: no\nmain\nsays', 'first: ValueError: no\nsays\nmain'],
  },
  // It is not alive from before the finalizer on; who has looked may tell later.
  {
    name: 'local_is_finalized',
    outcomes: [`[True, 'gone']`, `['gone', True]`, `[False, 'gone']`, `['gone', False]`],
    granularities: ['line'],
  },
  { name: 'sched_cancelled_too_late', outcomes: [`['cancelled']`, `['too late', 'acts']`, `['acts', 'too late']`] },
  // If both have found nothing, the last to return has seen both calls.
  { name: 'cache_called_twice', outcomes: ['1 1', '2 2'] },
  // One has found it; or both have made it, one before the other has counted, and the lower number may be stored last; or both after both have counted.
  {
    name: 'property_made_twice',
    outcomes: ['[1, 1] True', '[1, 2] False', '[1, 2] True', '[2, 2] True'],
    granularities: ['line'],
  },
  { name: 'predicate_looks_again', outcomes: [`['asks']`, `['asks', 'asks']`] },
  // Found: it goes when the function returns if it is deleted by then, or else when it is deleted. Not found: it went before.
  {
    name: 'weakly_known',
    outcomes: [
      `['found', 'gone', 'deleted']`,
      `['found', 'deleted', 'gone']`,
      `['deleted', 'found', 'gone']`,
      `['gone', 'deleted', 'nothing']`,
      `['gone', 'nothing', 'deleted']`,
      `['nothing', 'gone', 'deleted']`,
    ],
  },
  // The lock is held while it puts; who has looked may tell later.
  { name: 'queue_of_its_own_kind', outcomes: [`[0, 'puts']`, `['puts', 0]`, `['puts', 1]`] },
  { name: 'at_the_end', outcomes: ['main\nthread\nexit\ngone', 'thread\nmain\nexit\ngone'] },
];
