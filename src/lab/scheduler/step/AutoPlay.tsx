import { useId, useState } from 'react';
import type { Policy } from '../../../core/schedule/policies';
import { usePress } from '../../../ui/usePress';
import type { Playing } from './stepper';
import './autoPlay.css';

interface AutoPlayProps {
  readonly playing: Playing | null;
  /** No thread can go on from here. */
  readonly atEnd: boolean;
  onPlay(policy: Policy, stepsPerSecond: number): void;
  onPause(): void;
}

const speeds = [1, 2, 5, 10, 25, 50];
const policies: readonly (readonly [kind: Policy['kind'], words: string])[] = [
  ['round robin', 'in turn, one step each'],
  ['random', 'at random'],
  ['until blocked', 'each until it waits'],
];
const largestSeed = 999_999;

const policyOf = (kind: Policy['kind'], seed: number): Policy => (kind === 'random' ? { kind, seed } : { kind });

/** Lets a rule choose in the reader's place: which, with what seed, how fast. */
export function AutoPlay({ playing, atEnd, onPlay, onPause }: AutoPlayProps) {
  const id = useId();
  const [kind, setKind] = useState<Policy['kind']>('round robin');
  const [seed, setSeed] = useState(1);
  const [speed, setSpeed] = useState(5);
  const press = usePress<'play' | 'pause'>((meaning) =>
    meaning === 'pause' ? onPause() : onPlay(policyOf(kind, seed), speed),
  );
  const meaning = playing === null ? 'play' : 'pause';

  const changed = (nextKind: Policy['kind'], nextSeed: number, nextSpeed: number): void => {
    setKind(nextKind);
    setSeed(nextSeed);
    setSpeed(nextSpeed);
    if (playing !== null) onPlay(policyOf(nextKind, nextSeed), nextSpeed);
  };

  return (
    <div className="step-play" role="group" aria-label="Play by a rule">
      <button
        type="button"
        className="button play-button"
        aria-disabled={atEnd && playing === null}
        onClick={(event) => (atEnd && playing === null ? undefined : press(event, meaning))}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing === null ? 'M2.5 1v10L11 6z' : 'M2 1h3v10H2zM7 1h3v10H7z'} />
        </svg>
        {playing === null ? 'Play' : 'Pause'}
      </button>
      <label htmlFor={`${id}-policy`}>Threads go</label>
      <select
        id={`${id}-policy`}
        value={kind}
        onChange={({ target }) => changed(policies.find(([own]) => own === target.value)?.[0] ?? kind, seed, speed)}
      >
        {policies.map(([own, words]) => (
          <option key={own} value={own}>
            {words}
          </option>
        ))}
      </select>
      {kind === 'random' ? (
        <>
          <label htmlFor={`${id}-seed`}>with the seed</label>
          <input
            id={`${id}-seed`}
            type="number"
            inputMode="numeric"
            className="numeric"
            min={0}
            max={largestSeed}
            step={1}
            value={seed}
            onChange={({ target }) =>
              changed(kind, Math.max(0, Math.min(largestSeed, Math.round(Number(target.value)) || 0)), speed)
            }
          />
        </>
      ) : null}
      <label htmlFor={`${id}-speed`}>at</label>
      <select
        id={`${id}-speed`}
        className="numeric"
        aria-label="Speed"
        value={speed}
        onChange={({ target }) => changed(kind, seed, Number(target.value))}
      >
        {speeds.map((own) => (
          <option key={own} value={own}>
            {own} step{own === 1 ? '' : 's'} a second
          </option>
        ))}
      </select>
    </div>
  );
}
