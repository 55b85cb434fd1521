import { cellParams, databaseParams, queueParams } from '../../core/engines/sharing';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programs } from './programs';

const unlocked = {
  id: 'unlocked',
  name: 'Without a lock',
  summary: 'Each thread reads the value, sleeps, and writes the value plus one.',
  program: programs.database_unlocked,
} as const;

const locked = {
  id: 'locked',
  name: 'With a lock',
  summary: 'Each thread does the same three things, but holds one lock from before it reads until it has written.',
  program: programs.database_locked,
} as const;

const judges = () => import('./judges');

export const experiments = {
  database: defineExperiment({
    id: 'database',
    title: 'A lost update',
    question: 'Two threads add one to a record that holds 0: what does it hold in the end?',
    engine: 'database',
    params: databaseParams,
    strategies: [unlocked],
    prediction: {
      kind: 'choice',
      question: 'What will the record hold when all threads are done?',
      options: [
        { id: 'all', text: 'as much as the number of threads' },
        { id: 'fewer', text: 'less than the number of threads' },
      ],
    },
    judges,
    controls: ['threads', 'sleepMs'],
    timings: 'none',
  }),
  cell: defineExperiment({
    id: 'cell',
    title: 'One cell, many hands',
    question: 'Two workers add one to the same cell again and again: do all their increments arrive?',
    engine: 'cell',
    params: cellParams,
    strategies: [
      {
        id: 'plain',
        name: 'Plain',
        summary: 'Each worker reads the cell, works out one more, and writes it back: three steps.',
        program: programs.counter_call,
      },
      {
        id: 'atomic',
        name: 'Atomic',
        summary: 'Atomics.add: one instruction of the processor does all three. Python has no such integer.',
      },
      {
        id: 'locked',
        name: 'Locked',
        summary: 'The three steps again, but a worker must hold the lock for them.',
        program: programs.counter_locked,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'Which of the three ways will lose increments?',
      options: [
        { id: 'none', text: 'none of the three' },
        { id: 'plain', text: 'only plain' },
        { id: 'not-locked', text: 'plain and atomic' },
        { id: 'other', text: 'some other combination' },
      ],
    },
    judges,
    controls: ['workers', 'increments'],
    timings: 'bars',
  }),
  lock: defineExperiment({
    id: 'lock',
    title: 'The price of a lock',
    question: 'How much time does it cost when only one thread at a time may use the record?',
    engine: 'database',
    params: databaseParams,
    strategies: [unlocked, locked],
    prediction: {
      kind: 'choice',
      question: 'How long will they take with the lock?',
      options: [
        { id: 'same', text: 'about as long as without the lock' },
        { id: 'queue', text: 'clearly longer than without the lock' },
      ],
    },
    judges,
    controls: ['threads', 'sleepMs'],
    recording: 'database',
  }),
  queue: defineExperiment({
    id: 'queue',
    title: 'A queue that fills up',
    question: 'Producers are faster than the consumer: is the work done sooner when the queue has no limit?',
    engine: 'queue',
    params: queueParams,
    strategies: [
      {
        id: 'bounded',
        name: 'Bounded',
        summary: 'The queue has a limited number of places, and a producer waits while it is full.',
        program: programs.queue_bounded,
      },
      {
        id: 'unbounded',
        name: 'Unbounded',
        summary: 'The queue has no limit, and a producer never waits.',
        program: programs.queue_unbounded,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'With which queue will the last item be consumed sooner?',
      options: [
        { id: 'bounded', text: 'with the bounded queue' },
        { id: 'unbounded', text: 'with the unbounded queue' },
        { id: 'same', text: 'at about the same time with both queues' },
      ],
    },
    judges,
    controls: ['producers', 'consumers', 'items', 'capacity', 'produceMs', 'consumeMs'],
    recording: 'queue',
    chart: { kind: 'line', title: 'Queue length', xLabel: 'ms', yLabel: 'items', shape: 'step' },
  }),
};
