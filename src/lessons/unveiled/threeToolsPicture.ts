import type { SpanState } from '../../core/trace/trace';

/** A stretch of a lane, in the picture's own unit of time. Spans of a lane follow one another without gaps. */
export interface DrawnSpan {
  readonly state: SpanState;
  readonly from: number;
  readonly to: number;
  /** The task that it belongs to. */
  readonly task: 'A' | 'B' | 'C';
}

export interface DrawnLane {
  readonly name: string;
  readonly spans: readonly DrawnSpan[];
}

/** One way to do the three tasks. Each box is a process; lanes of a box share its memory and its GIL. */
export interface Way {
  readonly id: 'none' | 'threads' | 'processes' | 'asyncio';
  readonly title: string;
  /** A few words beside the picture. */
  readonly says: string;
  /** What to see, for readers who cannot see it. */
  readonly description: string;
  readonly boxes: readonly (readonly DrawnLane[])[];
}

/** How long every task computes, then waits, then computes again. */
export const taskParts = { compute: 2, wait: 4 } as const;
/** What starting a process is drawn with; how much it really is, lesson 3 measures. */
export const processStart = 1.5;

const tasks = ['A', 'B', 'C'] as const;
type Task = (typeof tasks)[number];
const { compute, wait } = taskParts;

/** A whole task from `at` on, with nobody in its way. */
function alone(task: Task, at: number): readonly DrawnSpan[] {
  const asked = at + compute;
  const answered = asked + wait;
  return [
    { state: 'running', from: at, to: asked, task },
    { state: 'waiting', from: asked, to: answered, task },
    { state: 'running', from: answered, to: answered + compute, task },
  ];
}

const lengthOfTask = compute + wait + compute;
const inTurn = (task: Task, place: number): readonly DrawnSpan[] => {
  const spans = alone(task, place * compute);
  return place === 0 ? spans : [{ state: 'ready', from: 0, to: place * compute, task }, ...spans];
};

/** The same three tasks, four times. The figures are chosen so that the picture is simple, not measured. */
export const ways: readonly Way[] = [
  {
    id: 'none',
    title: 'None of them',
    says: 'One after another. Half of the time is waiting.',
    description:
      'One lane. Task A computes, waits and computes; then B does; then C. It takes longest, and half of it is waiting.',
    boxes: [[{ name: 'main', spans: tasks.flatMap((task, place) => alone(task, place * lengthOfTask)) }]],
  },
  {
    id: 'threads',
    title: 'Threads',
    says: 'One process, one lock on the interpreter. They compute in turn and wait together.',
    description:
      'Three lanes in one process. They compute in turn, one at a time, and their waits lie on top of each other.',
    boxes: [tasks.map((task, place) => ({ name: `thread ${task}`, spans: inTurn(task, place) }))],
  },
  {
    id: 'processes',
    title: 'Processes',
    says: 'Each task has a Python of its own. Once they have started, they also compute at the same time, if there are cores.',
    description:
      'Three processes with one lane each. After a start that takes a while they compute at the same time and wait at the same time.',
    boxes: tasks.map((task) => [{ name: `process ${task}`, spans: alone(task, processStart) }]),
  },
  {
    id: 'asyncio',
    title: 'asyncio',
    says: 'One thread. It turns to a task that need not wait; the waits take no lane at all.',
    description:
      'One lane, the event loop. It computes a piece of A, of B and of C in turn, and while a task waits the lane is free for the others.',
    boxes: [
      [
        {
          name: 'event loop',
          spans: [0, compute + wait].flatMap((from) =>
            tasks.map((task, place): DrawnSpan => ({
              state: 'running',
              from: from + place * compute,
              to: from + (place + 1) * compute,
              task,
            })),
          ),
        },
      ],
    ],
  },
];

/** When the last span of a way ends. */
export function endOf({ boxes }: Way): number {
  return Math.max(...boxes.flat().flatMap((lane) => lane.spans.map((span) => span.to)));
}
