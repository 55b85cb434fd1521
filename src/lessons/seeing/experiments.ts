import { EachForm } from '../../lab/experiment/EachForm';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  threeShops: defineExperiment({
    id: 'three-shops',
    title: 'Three shops that stand still',
    question: 'In each shop Ada waits in shelf.put(box): will she ever be done?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'tea',
        name: 'Tea',
        summary: 'Ada packs four boxes of tea, and Ben sends them.',
        program: programs.shopTea,
      },
      {
        id: 'cups',
        name: 'Cups',
        summary: 'Ada packs four boxes of cups, and Ben sends them.',
        program: programs.shopCups,
      },
      {
        id: 'pots',
        name: 'Pots',
        summary: 'Ada packs four boxes of pots, and Ben sends them.',
        program: programs.shopPots,
      },
    ],
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'Why is Ada not done after a second?',
      options: [
        { id: 'late', text: 'Ben is slow: she will be done' },
        { id: 'gone', text: 'Ben has ended: she waits forever' },
        { id: 'circle', text: 'Ben waits for her: both wait forever' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
  }),
};
