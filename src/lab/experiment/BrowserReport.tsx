import { useEffect, useRef, useState } from 'react';
import { formatDuration, formatRatio } from '../../core/base/format';
import type { Millis } from '../../core/base/time';
import { memoryHere, ReloadButton } from './ReloadForMemory';
import type { Capabilities } from '../../runtime/environment';

type Cores =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured'; readonly speedUp: number; readonly workers: number }
  | { readonly kind: 'failed'; readonly reason: string };

function coreWords(cores: Cores): string {
  switch (cores.kind) {
    case 'unknown':
      return 'not measured yet';
    case 'measuring':
      return 'measuring…';
    case 'measured':
      return cores.workers === 1
        ? 'one worker was as good as several'
        : `${cores.workers} workers did ${formatRatio(cores.speedUp)} times the work of one`;
    case 'failed':
      return cores.reason;
  }
}

/** A look that takes longer than this distorts what looks at the clock often. */
const slowLookMs: Millis = 0.01;

function lookWords(lookMs: Millis): string {
  if (lookMs < 0.001) return 'less than 1 µs';
  return lookMs < slowLookMs
    ? formatDuration(lookMs)
    : `${formatDuration(lookMs)}, which is slow, so experiments look less often here`;
}

/** What the reader's browser can do, measured rather than believed. */
export function BrowserReport() {
  const [can, setCan] = useState<(Capabilities & { readonly clockMs: Millis; readonly lookMs: Millis }) | null>(null);
  const [cores, setCores] = useState<Cores>({ kind: 'unknown' });
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    let open = true;
    void import('../../runtime/environment').then(({ capabilities, clockResolution, clockCost }) => {
      if (open) setCan({ ...capabilities(), clockMs: clockResolution(), lookMs: clockCost() });
    });
    return () => {
      open = false;
      controller.current?.abort();
    };
  }, []);

  const measure = async (): Promise<void> => {
    setCores({ kind: 'measuring' });
    controller.current = new AbortController();
    const { signal } = controller.current;
    let endTurn = (): void => undefined;
    try {
      const [{ measureCores }, { takeTurn }] = await Promise.all([
        import('../../runtime/engines/cores'),
        import('../turns'),
      ]);
      endTurn = await takeTurn(signal);
      const { best } = await measureCores(signal);
      setCores({ kind: 'measured', speedUp: best.speedup, workers: best.workers });
    } catch (error) {
      if (signal.aborted) return;
      setCores({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      endTurn();
    }
  };

  const later = can !== null && memoryHere() === 'after a reload';
  const yesNo = (value: boolean | undefined): string =>
    value === undefined ? '…' : value ? 'yes' : later ? 'not yet: when this page is loaded again' : 'no';
  return (
    <figure className="browser-report wide">
      <figcaption>This browser, on this machine</figcaption>
      <dl>
        <div>
          <dt>Work done at the same time</dt>
          <dd className="numeric" data-report="cores">
            {coreWords(cores)}{' '}
            <button
              type="button"
              className="button"
              disabled={cores.kind === 'measuring'}
              onClick={() => void measure()}
            >
              Measure
            </button>
          </dd>
        </div>
        <div>
          <dt>Cores that the browser reports</dt>
          <dd className="numeric">{can === null ? '…' : can.reportedCores} (this number need not be true)</dd>
        </div>
        <div>
          <dt>Smallest step of its clock</dt>
          <dd className="numeric" data-report="clock">
            {can === null ? '…' : formatDuration(can.clockMs)}
          </dd>
        </div>
        <div>
          <dt>One look at its clock takes</dt>
          <dd className="numeric" data-report="look">
            {can === null ? '…' : lookWords(can.lookMs)}
          </dd>
        </div>
        <div>
          <dt>Memory shared between workers</dt>
          <dd>
            {yesNo(can?.sharedMemory)}
            {can?.sharedMemory === false && later ? (
              <>
                {' '}
                <ReloadButton>Load it again</ReloadButton>
              </>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>Works without a network from now on</dt>
          <dd>
            {yesNo(can?.serviceWorker)}
            {can?.serviceWorker === true ? ', with the lessons that you have opened; the first page can keep all' : ''}
          </dd>
        </div>
      </dl>
    </figure>
  );
}
