import { downloadParams } from '../../core/engines/downloads';
import { heartbeatParams, sleepsParams } from '../../core/engines/loop';
import { defineExperiment } from '../../lab/experiment/experiment';
import pool from '../threads/downloads_pool.py?program';
import sequential from '../threads/downloads_sequential.py?program';
import threaded from '../threads/downloads_threaded.py?program';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  'async-downloads': defineExperiment({
    id: 'async-downloads',
    title: 'Three downloads, four ways',
    question: 'Is one thread that waits for everything slower than a thread for each page?',
    engine: 'downloads',
    params: downloadParams,
    strategies: [
      {
        id: 'sequential',
        name: 'One after another',
        summary: 'Each page is asked for when the one before has arrived.',
        program: sequential,
      },
      {
        id: 'threaded',
        name: 'Threaded',
        summary: 'One thread for each page, each with its own request.',
        program: threaded,
      },
      {
        id: 'pool',
        name: 'Thread pool',
        summary: 'A few threads share the pages: each takes the next page when it is free.',
        program: pool,
      },
      {
        id: 'async',
        name: 'Async',
        summary: 'One thread asks for all pages, and its event loop handles each answer as it comes.',
        program: programs.downloads_async,
      },
    ],
    prediction: { kind: 'rank' },
    judges,
    controls: ['pages', 'latencyMs', 'jitterPercent', 'failurePercent', 'poolSize', 'seed'],
    recording: 'downloads',
  }),
  sleeps: defineExperiment({
    id: 'sleeps',
    title: 'Ten thousand sleeps',
    question: 'How long does one thread need for ten thousand sleeps of one second each?',
    engine: 'sleeps',
    params: sleepsParams,
    strategies: [
      {
        id: 'together',
        name: 'Together',
        summary: 'All tasks start at once, and each of them sleeps.',
        program: programs.sleeps_together,
      },
      {
        id: 'limited',
        name: 'Limited',
        summary: 'A semaphore lets only a limited number of tasks in; the others wait for a place.',
        program: programs.sleeps_limited,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'How long will all the tasks take together?',
      options: [
        { id: 'one', text: 'little longer than one sleep' },
        { id: 'some', text: 'many times as long as one sleep' },
        { id: 'all', text: 'as long as all the sleeps one after another' },
      ],
    },
    judges,
    controls: ['tasks', 'sleepMs', 'limit'],
    recording: 'sleeps',
    chart: { kind: 'line', title: 'Tasks asleep', xLabel: 'ms', yLabel: 'tasks', shape: 'step' },
  }),
  heartbeat: defineExperiment({
    id: 'heartbeat',
    title: 'Blocking the loop',
    question: 'What happens to a heartbeat when one call on its event loop is slow?',
    engine: 'heartbeat',
    params: heartbeatParams,
    strategies: [
      {
        id: 'blocking',
        name: 'On the loop',
        summary: 'The slow call is made on the event loop, like any other call.',
        program: programs.heartbeat_blocking,
      },
      {
        id: 'toThread',
        name: 'In a thread',
        summary:
          'The slow call is made in another thread, and the loop awaits its result. (A worker that stands for the thread has no GIL to share.)',
        program: programs.heartbeat_to_thread,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'What will the heart do while the slow call runs on the loop?',
      options: [
        { id: 'beats', text: 'it beats on as before, or nearly so' },
        { id: 'pause', text: 'it stands still until the call has returned' },
      ],
    },
    judges,
    controls: ['beatMs', 'callMs'],
    chart: { kind: 'line', title: 'Gap between heartbeats', xLabel: 'ms', yLabel: 'ms', shape: 'stems' },
    timings: 'none',
  }),
};
