import type { Judge, Judges } from '../../lab/experiment/judge';
import { usersNamed } from './answers';

const wrongUser: Judge = {
  answer: usersNamed,
  expects: () => ['right ada nobody right nobody ada'],
  because:
    'A task and to_thread have a copy of the context. A new thread and run_in_executor have none, and a threading.local belongs to the thread: all tasks share it, and the thread of a pool keeps it.',
};

export const judges: Judges = { 'wrong-user': wrongUser };
