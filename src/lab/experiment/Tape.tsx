import { useEffect, useState } from 'react';
import { initialValues } from '../../core/experiment/paramUrl';
import { formatDuration } from '../../core/base/format';
import { tapeParams } from '../../core/engines/tape';
import { runStrategy, type LabRun, type LiveRun } from './runStrategy';
import { countRun } from '../running';
import { TimelinePicture } from '../timeline/TimelinePicture';

const params = initialValues(tapeParams);

type Stage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly live: LiveRun }
  | { readonly kind: 'ended'; readonly run: LabRun };

/** Growing lanes are motion; who asked for less of it sees the tape when it is done. */
const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function wordsOf(stage: Stage): string {
  if (stage.kind !== 'ended') return 'Four threads, on your machine…';
  const { outcome } = stage.run.record;
  if (outcome.status === 'failed') return `The tape stopped: ${outcome.reason}`;
  if (outcome.status === 'stopped') return 'The tape was stopped.';
  return `In ${formatDuration(outcome.report.elapsedMs)}, workers of your browser did what these threads do: two took turns with one lock, a third waited, and the main thread waited for all three.`;
}

/** Four lanes that really run, once, when they are first seen. */
export function Tape() {
  const [stage, setStage] = useState<Stage>({ kind: 'waiting' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let open = true;
    const run = async (): Promise<void> => {
      const end = countRun();
      try {
        const onLive = (live: LiveRun): void => {
          if (!wantsStillness()) setStage({ kind: 'running', live });
        };
        const ended = await runStrategy({ engine: 'tape', strategy: 'tape', params, signal, onLive });
        if (open) setStage({ kind: 'ended', run: ended });
      } finally {
        end();
      }
    };
    // Not in the way of the page's own first moments.
    const timer = setTimeout(() => void run(), round === 0 ? 300 : 0);
    // Leaving the page ends its workers, also when the browser keeps the page to come back to.
    addEventListener('pagehide', () => controller.abort(), { signal });
    return () => {
      open = false;
      clearTimeout(timer);
      controller.abort();
    };
  }, [round]);

  const source = stage.kind === 'running' ? stage.live.spans : stage.kind === 'ended' ? stage.run.spans : null;
  return (
    <figure className="tape-figure" data-tape={stage.kind}>
      {source === null ? null : (
        <TimelinePicture
          source={source}
          description="Four threads of one program: the sentence below says what they did."
        />
      )}
      <figcaption>
        {wordsOf(stage)}{' '}
        {stage.kind === 'ended' ? (
          <button type="button" className="button button-quiet" onClick={() => setRound(round + 1)}>
            Run it again
          </button>
        ) : null}
      </figcaption>
    </figure>
  );
}
