import { EachForm } from '../../lab/experiment/EachForm';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  wrongUser: defineExperiment({
    id: 'wrong-user',
    title: 'The log line with the wrong user',
    question: 'Ada orders tea, and a guest orders cake: whom do the two lines name?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'task',
        name: 'Task, ContextVar',
        summary: 'Each order is a task, which sets the context variable and writes the line.',
        program: programs.userInTask,
      },
      {
        id: 'task-local',
        name: 'Task, threading.local',
        summary: 'Each order is a task, which sets the threading.local and writes the line.',
        program: programs.userInTaskLocal,
      },
      {
        id: 'thread',
        name: 'New thread, ContextVar',
        summary: 'Each task sets the context variable, and starts a thread that writes the line.',
        program: programs.userInThread,
      },
      {
        id: 'to-thread',
        name: 'to_thread, ContextVar',
        summary: 'Each task sets the context variable, and has the line written by asyncio.to_thread.',
        program: programs.userInToThread,
      },
      {
        id: 'executor',
        name: 'run_in_executor, ContextVar',
        summary: 'Each task sets the context variable, and has the line written by loop.run_in_executor.',
        program: programs.userInExecutor,
      },
      {
        id: 'pool-local',
        name: 'Pool, threading.local',
        summary: 'Each order is a job of a pool with one thread: it sets the threading.local and writes the line.',
        program: programs.userInPoolLocal,
      },
    ],
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'Whom will the two lines name?',
      options: [
        { id: 'right', text: 'Ada, and nobody: both right' },
        { id: 'nobody', text: 'nobody on Ada’s line' },
        { id: 'ada', text: 'Ada on the guest’s line' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
  }),
};
