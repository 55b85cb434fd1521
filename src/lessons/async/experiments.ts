import { defineExperiment } from '../../lab/experiment';
import pool from '../threads/downloads_pool.py?program';
import sequential from '../threads/downloads_sequential.py?program';
import threaded from '../threads/downloads_threaded.py?program';
import { heartDuringCall, howLongTogether } from './answers';
import { programs } from './programs';

export const experiments = {
  'async-downloads': defineExperiment({
    id: 'async-downloads',
    title: 'Three downloads, four ways',
    question: 'Is one thread that waits for everything slower than a thread for each page?',
    engine: 'downloads',
    strategies: [
      { id: 'sequential', name: 'Sequential', summary: 'Each page is asked for when the one before has arrived.', program: sequential },
      { id: 'threaded', name: 'Threaded', summary: 'One thread for each page, each with its own request.', program: threaded },
      { id: 'pool', name: 'Pool', summary: 'A few threads take the next page from one list whenever they are free.', program: pool },
      { id: 'async', name: 'Async', summary: 'One thread asks for all pages, and its event loop handles each answer as it comes.', program: programs.downloads_async },
    ],
    prediction: { kind: 'rank' },
    controls: ['pages', 'latencyMs', 'jitterPercent', 'failurePercent', 'poolSize', 'seed'],
    recording: 'downloads',
  }),
  sleeps: defineExperiment({
    id: 'sleeps',
    title: 'Ten thousand sleeps',
    question: 'How long does one thread need for ten thousand sleeps of a second?',
    engine: 'sleeps',
    strategies: [
      { id: 'together', name: 'Together', summary: 'All tasks sleep at the same time.', program: programs.sleeps_together },
      { id: 'limited', name: 'Limited', summary: 'A semaphore lets so many tasks sleep at a time; the others wait for a place.', program: programs.sleeps_limited },
    ],
    prediction: {
      kind: 'choice',
      question: 'How long will all of them take together?',
      options: [
        { id: 'one', text: 'little more than one sleep' },
        { id: 'some', text: 'many times as long as one sleep' },
        { id: 'all', text: 'about as long as all sleeps one after another' },
      ],
      answer: howLongTogether,
    },
    controls: ['tasks', 'sleepMs', 'limit'],
    chart: { kind: 'line', title: 'Tasks asleep', xLabel: 'ms', yLabel: 'tasks', shape: 'step' },
  }),
  heartbeat: defineExperiment({
    id: 'heartbeat',
    title: 'Blocking the loop',
    question: 'What becomes of a heartbeat when one call on its event loop is slow?',
    engine: 'heartbeat',
    strategies: [
      { id: 'blocking', name: 'On the loop', summary: 'The slow call is made on the event loop, like any other call.', program: programs.heartbeat_blocking },
      { id: 'toThread', name: 'Elsewhere', summary: 'The slow call is made in a worker, and the loop only waits for its result.', program: programs.heartbeat_to_thread },
    ],
    prediction: {
      kind: 'choice',
      question: 'What will the heart do while the slow call runs on the loop?',
      options: [
        { id: 'beats', text: 'beat on as before, or nearly so' },
        { id: 'pause', text: 'stand still until the call has returned' },
      ],
      answer: heartDuringCall,
    },
    controls: ['beatMs', 'callMs'],
    chart: { kind: 'line', title: 'Gap between heartbeats', xLabel: 'ms', yLabel: 'ms', shape: 'stems' },
    timings: 'none',
  }),
};
