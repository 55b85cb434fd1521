import { useEffect, useRef, useState } from 'react';
import { useMounted } from '../../ui/useMounted';
import { useLesson } from '../context';
import { Heading } from '../Heading';
import '../statements/statements.css';
import './threads.css';
import { compared, twoAgainstOne, works, type Compared, type Work } from './builds';

/** What comes after the page: a guess comes first. */
type Builds = typeof import('./ThreadsRecorded');

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

const words: Readonly<Record<Compared, string>> = {
  shorter: 'less than one',
  alike: 'as long as one',
  longer: 'longer than one',
};

const key = (work: Work): string => `threads-without-gil/${work}`;

/** Four kinds of work for 1, 2, 4 and 8 threads: the reader says what becomes of two of them without a GIL, and sees what was recorded with one and without. */
export function Threads() {
  const { guesses, onGuess } = useLesson();
  // The prerendered page knows nothing of the reader.
  const mounted = useMounted();
  const list = useRef<HTMLOListElement>(null);
  const [builds, setBuilds] = useState<Builds | 'lost' | null>(null);
  useEffect(() => {
    import('./ThreadsRecorded').then(setBuilds, () => setBuilds('lost'));
  }, []);
  const known = builds === 'lost' ? null : builds;
  const guessOf = (work: Work): Compared | null => {
    const kept = mounted ? guesses[key(work)] : undefined;
    return compared.find((one) => one === kept) ?? null;
  };
  const guessed = works.filter((work) => guessOf(work) !== null);
  const hits =
    known === null ? 0 : guessed.filter((work) => guessOf(work) === twoAgainstOne(known.pair.free, work)).length;
  const again = (): void => {
    for (const work of works) onGuess(key(work), null);
    // The button goes away with the guesses, and the focus must not go with it.
    list.current?.querySelector('button')?.focus();
  };
  return (
    <section className="wide statements" aria-labelledby="threads-without-gil">
      <Heading id="threads-without-gil">Two threads, two cores, no GIL</Heading>
      <p className="card-question">
        Each program does a fixed amount of work. On a free-threaded Python, how long do two threads need for it,
        compared with one?
      </p>
      <ol ref={list}>
        {works.map((work) => (
          <WorkRow
            key={work}
            work={work}
            builds={known}
            guess={guessOf(work)}
            onGuess={(guess) => onGuess(key(work), guess)}
          />
        ))}
      </ol>
      <div className="statements-end">
        {/* Always there, so that what appears in it is announced. */}
        <p role="status">
          {builds === 'lost'
            ? 'What was recorded could not be fetched. Load the page again when there is a network.'
            : guessed.length === 0 || known === null
              ? ''
              : `${hits} of ${guessed.length} as you said${guessed.length < works.length ? `, ${works.length - guessed.length} to go` : ''}.`}
        </p>
        {guessed.length === 0 ? null : (
          <button type="button" className="button button-quiet" onClick={again}>
            Guess again
          </button>
        )}
      </div>
      {guessed.length === 0 || known === null ? null : <known.Conditions />}
    </section>
  );
}

interface WorkRowProps {
  readonly work: Work;
  /** Null until they are fetched. */
  readonly builds: Builds | null;
  readonly guess: Compared | null;
  onGuess(guess: Compared): void;
}

function WorkRow({ work, builds, guess, onGuess }: WorkRowProps) {
  const { title, scene } = scenes[work];
  const right = builds === null ? null : twoAgainstOne(builds.pair.free, work);
  const settled = guess === null || right === null || builds === null ? null : { right, builds };
  return (
    <li
      className="statement"
      data-work={work}
      data-guess={settled === null ? 'none' : guess === settled.right ? 'right' : 'wrong'}
    >
      <div className="statement-ask">
        <p>
          <strong>{title}</strong>
          <span className="statement-scene">{scene}</span>
        </p>
        <div className="statement-guess" role="group" aria-label={`Two threads need, ${title}`}>
          {compared.map((choice) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={choice === guess}
              aria-disabled={guess !== null}
              data-right={settled !== null && choice === settled.right}
              onClick={() => guess === null && onGuess(choice)}
            >
              {words[choice]}
            </button>
          ))}
        </div>
      </div>
      {/* Always there, so that what appears in it is announced. */}
      <div className="statement-outcome" role="status">
        {settled === null ? null : (
          <>
            <p>
              <strong>{guess === settled.right ? 'As you said.' : `No: ${words[settled.right]}.`}</strong>{' '}
              <settled.builds.Why work={work} />
            </p>
            <settled.builds.Times work={work} title={title} />
          </>
        )}
      </div>
    </li>
  );
}
