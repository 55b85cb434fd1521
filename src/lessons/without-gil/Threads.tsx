import { GuessList, useAnswers } from '../statements/GuessList';
import './threads.css';
import { twoAgainstOne, works, type Compared, type Work } from './builds';

const scenes: Readonly<Record<Work, { readonly title: string; readonly scene: string }>> = {
  apart: {
    title: 'each by itself',
    scene: 'Each thread counts its part in a local variable, and returns it.',
  },
  lists: {
    title: 'a list each',
    scene: 'Each thread appends what it counts to a list of its own, and empties it when it is full.',
  },
  list: {
    title: 'into one list',
    scene: 'All threads append what they count to one list. The thread that finds it full empties it.',
  },
  lock: {
    title: 'one counter, one lock',
    scene: 'All threads add to one counter, in a block with its lock.',
  },
};

const choices: readonly { readonly id: Compared; readonly text: string; readonly said: string }[] = [
  { id: 'shorter', text: 'less than one', said: 'less than one' },
  { id: 'alike', text: 'as long as one', said: 'as long as one' },
  { id: 'longer', text: 'longer than one', said: 'longer than one' },
];

/** What was recorded comes after the page: a guess comes first. */
const recorded = () => import('./ThreadsRecorded');

/** Four kinds of work for 1, 2, 4 and 8 threads: the reader says what becomes of two of them without a GIL, and sees what was recorded with one and without. */
export function Threads() {
  const { fetched, answers: builds } = useAnswers(recorded);
  return (
    <GuessList
      id="threads-without-gil"
      title="Two threads, two cores, no GIL"
      question="Each program does a fixed amount of work. On a free-threaded Python, how long do two threads need for it, compared with one?"
      choices={choices}
      fetched={fetched}
      lostWords="What was recorded could not be fetched. Load the page again when there is a network."
      conditions={builds === null ? null : <builds.Conditions />}
      rows={works.map((work) => {
        const { title, scene } = scenes[work];
        return {
          id: work,
          ask: (
            <>
              <strong>{title}</strong>
              <span className="statement-scene">{scene}</span>
            </>
          ),
          label: `Two threads need, ${title}`,
          right: builds === null ? null : twoAgainstOne(builds.pair.free, work),
          why: builds === null ? null : <builds.Why work={work} />,
          figures: builds === null ? null : <builds.Times work={work} title={title} />,
        };
      })}
    />
  );
}
