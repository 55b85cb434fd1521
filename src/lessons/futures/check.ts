import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'timeout-of-result',
    text: 'In a pool of threads, `future.result(timeout=5)` has raised `TimeoutError`. What about the task?',
    options: [
      {
        id: 'stopped',
        text: 'It was stopped: its time was over.',
        right: false,
        why: 'Nobody can stop a thread from outside. The limit was for your waiting, not for the task.',
      },
      {
        id: 'goes-on',
        text: 'It goes on, and its result can still be asked for.',
        right: true,
        why: 'The future is as it was before you asked. A limit for the task itself must be inside the task, as the timeout of a request is.',
      },
      {
        id: 'cancelled',
        text: 'It goes on, but its future is cancelled, so the result is lost.',
        right: false,
        why: 'A time limit cancels nothing, and cancel() would answer False: the task has begun.',
      },
    ],
  },
  {
    id: 'lost-by-map',
    text: 'A loop over `pool.map(download, pages)` raises at the fourth of a hundred pages. What has become of the rest?',
    options: [
      {
        id: 'none',
        text: 'No other page was asked for: map stops when a page fails.',
        right: false,
        why: 'map submits all pages at once, so others ran at the same time, and some have arrived. Their results can no longer be had.',
      },
      {
        id: 'all',
        text: 'All of them are still downloaded before the with block ends.',
        right: false,
        why: 'Only those that have begun go on. When the loop raises, map cancels the tasks that still wait for a thread.',
      },
      {
        id: 'some',
        text: 'Those under way go on to their end, those not begun are cancelled, and you get none of them.',
        right: true,
        why: 'So catch what you expect inside the task, or keep the futures yourself with submit.',
      },
    ],
  },
  {
    id: 'dead-process',
    text: 'The system kills one of the four processes of a ProcessPoolExecutor. Two hundred tasks are not done. What happens?',
    options: [
      {
        id: 'replaced',
        text: 'The pool starts another process, which does that task again.',
        right: false,
        why: 'The pool cannot know whether the task may be done twice. It is broken, and the decision is yours.',
      },
      {
        id: 'one',
        text: 'One future raises BrokenProcessPool; the other tasks are done by the other three.',
        right: false,
        why: 'It is all of them: what ran in the processes that were well, and what had not begun.',
      },
      {
        id: 'all',
        text: 'All two hundred futures raise BrokenProcessPool, and the pool takes no more tasks.',
        right: true,
        why: 'Make a new pool, and give it what is missing. Give it in smaller parts, or the task that kills its process breaks the new pool as well.',
      },
    ],
  },
];

export const saw: readonly [string, string, string] = [
  'map hands out results in the order of its input and ends at the first failure; with the futures in your hands, you keep every result that is there.',
  'A time limit ends your waiting and not the task, cancel() works only until a task has begun, and a pool ends when its last task has.',
  'A future wakes those who wait for it before it makes its callbacks, and a process that dies takes the whole pool with it.',
];
