import { defineExperiment } from '../../lab/experiment';
import { priceOfLock, soonerQueue, whatArrived, whoLost } from './answers';
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
  summary: 'The same, but a thread holds the one lock from before it reads until it has written.',
  program: programs.database_locked,
} as const;

export const experiments = {
  database: defineExperiment({
    id: 'database',
    title: 'A lost update',
    question: 'Two threads add one to a record that holds 0: what does it hold in the end?',
    engine: 'database',
    strategies: [unlocked],
    prediction: {
      kind: 'choice',
      question: 'What will the record hold when all threads are done?',
      options: [
        { id: 'all', text: 'as much as there were threads' },
        { id: 'fewer', text: 'less than that' },
      ],
      answer: whatArrived,
    },
    controls: ['threads', 'sleepMs'],
    timings: 'none',
  }),
  cell: defineExperiment({
    id: 'cell',
    title: 'One cell, many hands',
    question: 'Two workers add one to the same cell again and again: do all their increments arrive?',
    engine: 'cell',
    strategies: [
      {
        id: 'plain',
        name: 'Plain',
        summary: 'Each worker reads the cell, works out one more, and writes it back: three steps, and others may come between.',
        program: programs.counter_call,
      },
      { id: 'atomic', name: 'Atomic', summary: 'Atomics.add: the processor reads, adds and writes in one step that nobody can divide. Python has no such integer.' },
      { id: 'locked', name: 'Locked', summary: 'The three steps again, by whoever holds the lock.', program: programs.counter_locked },
    ],
    prediction: {
      kind: 'choice',
      question: 'Which of the three ways will lose increments?',
      options: [
        { id: 'none', text: 'none of them' },
        { id: 'plain', text: 'plain only' },
        { id: 'not-locked', text: 'plain and atomic' },
        { id: 'other', text: 'another selection' },
      ],
      answer: whoLost,
    },
    controls: ['workers', 'increments'],
    timings: 'bars',
  }),
  lock: defineExperiment({
    id: 'lock',
    title: 'The price of a lock',
    question: 'How much longer do the threads take when a lock lets only one at a time near the record?',
    engine: 'database',
    strategies: [unlocked, locked],
    prediction: {
      kind: 'choice',
      question: 'How long will they take with the lock?',
      options: [
        { id: 'same', text: 'about as long as without it' },
        { id: 'queue', text: 'clearly longer: they wait for each other' },
      ],
      answer: priceOfLock,
    },
    controls: ['threads', 'sleepMs'],
    recording: 'database',
  }),
  queue: defineExperiment({
    id: 'queue',
    title: 'A queue that fills up',
    question: 'Producers are faster than the consumer: is the work done sooner when the queue has no limit?',
    engine: 'queue',
    strategies: [
      { id: 'bounded', name: 'Bounded', summary: 'A producer waits at put while the queue is full.', program: programs.queue_bounded },
      { id: 'unbounded', name: 'Unbounded', summary: 'A producer never waits, and the queue grows as it must.', program: programs.queue_unbounded },
    ],
    prediction: {
      kind: 'choice',
      question: 'With which queue will the last item be consumed sooner?',
      options: [
        { id: 'bounded', text: 'the bounded one' },
        { id: 'unbounded', text: 'the unbounded one' },
        { id: 'same', text: 'about the same with both' },
      ],
      answer: soonerQueue,
    },
    controls: ['producers', 'consumers', 'items', 'capacity', 'produceMs', 'consumeMs'],
    chart: { kind: 'line', title: 'Queue length', xLabel: 'ms', yLabel: 'items', shape: 'step' },
  }),
};
