import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  twoServers: defineExperiment({
    id: 'two-servers',
    title: 'Two servers: who overlaps?',
    question: 'Each of two servers takes 0.3 seconds to answer: which programs wait for both at once?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'two-awaits',
        name: 'Two awaits',
        summary: 'await ask("one"), and then await ask("two").',
        program: programs.askedInARow,
      },
      {
        id: 'task-by-task',
        name: 'Task by task',
        summary: 'Two tasks, each awaited in the line that makes it.',
        program: programs.askedTaskByTask,
      },
      {
        id: 'one-task',
        name: 'One task',
        summary: 'A task for one server. main itself asks the other one, and then awaits the task.',
        program: programs.askedOneTask,
      },
      {
        id: 'two-tasks',
        name: 'Two tasks',
        summary: 'Two tasks are made, and then both are awaited.',
        program: programs.askedAsTasks,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'Which of them take 0.3 seconds, and not 0.6?',
      options: [
        { id: 'only-two-tasks', text: 'only “Two tasks”' },
        { id: 'one-and-two', text: '“One task” and “Two tasks”' },
        { id: 'all-with-tasks', text: 'all three with a task in them' },
        { id: 'other', text: 'some others' },
      ],
    },
    judges,
    controls: [],
  }),
};
