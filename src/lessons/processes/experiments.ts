import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  numbers: defineExperiment({
    id: 'million-numbers',
    title: 'Three ways to another process',
    question: 'A million numbers are to be added up by another process: which way there is the quickest?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'list',
        name: 'List',
        summary: 'A list of a million numbers is sent to a pool of one process.',
        program: programs.numbersList,
      },
      {
        id: 'array',
        name: 'Array',
        summary: 'An array is sent, which holds 8 bytes for each number and no objects.',
        program: programs.numbersArray,
      },
      {
        id: 'shared',
        name: 'Shared memory',
        summary: 'The array’s bytes are written into a block of shared memory, and only the name of the block is sent.',
        program: programs.numbersShared,
      },
      {
        id: 'here',
        name: 'Here',
        summary: 'For comparison: the numbers are added up by the process that has them.',
        program: programs.numbersHere,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'Which way to the other process will be the quickest?',
      options: [
        { id: 'list', text: 'the list' },
        { id: 'array', text: 'the array' },
        { id: 'shared', text: 'shared memory' },
        { id: 'tie', text: 'no clear difference between the two quickest' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
    recording: 'million-numbers',
    recordedOnly: [{ id: 'inherited', name: 'Inherited by fork' }],
  }),
};
