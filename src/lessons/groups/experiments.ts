import { EachForm } from '../../lab/experiment/EachForm';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  oneFails: defineExperiment({
    id: 'one-fails',
    title: 'One of four fails',
    question: 'Ben fails while Cleo and Dan are at work: what becomes of them?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'gather',
        name: 'gather',
        summary: 'main() awaits asyncio.gather(…) of the four.',
        program: programs.oneFailsGather,
      },
      {
        id: 'gather-all',
        name: 'gather, with return_exceptions',
        summary: 'The call of gather has return_exceptions=True.',
        program: programs.oneFailsGatherAll,
      },
      {
        id: 'group',
        name: 'TaskGroup',
        summary: 'The four are tasks of one group.',
        program: programs.oneFailsGroup,
      },
      {
        id: 'wait',
        name: 'wait',
        summary: 'main() awaits asyncio.wait(…) with return_when=FIRST_EXCEPTION.',
        program: programs.oneFailsWait,
      },
      {
        id: 'as-completed',
        name: 'as_completed',
        summary: 'A loop over asyncio.as_completed(…) awaits one after another, and an exception ends it.',
        program: programs.oneFailsAsCompleted,
      },
    ],
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'What becomes of Cleo and Dan?',
      options: [
        { id: 'cancelled', text: 'they are cancelled' },
        { id: 'awaited', text: 'they go on, and main() waits' },
        { id: 'left', text: 'they go on, and main() does not wait' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
  }),
};
