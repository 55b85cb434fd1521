import { useEffect, useRef, useState } from 'react';
import type { KeptCourse } from '../core/base/offline';
import { askWhatIsKept } from './keptCourse';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Offers to keep every lesson for use without a network. Where nothing can be kept, it is not there. */
export function KeepCourse() {
  const [kept, setKept] = useState<KeptCourse | null>(null);
  const [keeping, setKeeping] = useState(false);
  const ended = useRef<() => void>(undefined);

  useEffect(() => {
    const end = askWhatIsKept({ type: 'WHAT_IS_KEPT' }, setKept);
    return () => {
      end();
      ended.current?.();
    };
  }, []);

  const keepAll = (): void => {
    setKeeping(true);
    ended.current = askWhatIsKept({ type: 'KEEP_ALL' }, (now) => {
      setKept(now);
      if (now.over) setKeeping(false);
    });
  };

  if (kept === null) return null;
  return (
    <p data-kept={`${kept.partsKept}/${kept.parts}`}>
      {kept.bytesLeft > 0 ? (
        <button type="button" className="button" disabled={keeping} onClick={keepAll}>
          Keep the whole course
        </button>
      ) : null}
      <span role="status">{words(kept, keeping)}</span>
    </p>
  );
}

function words({ parts, partsKept, bytesLeft, failed }: KeptCourse, keeping: boolean): string {
  if (bytesLeft === 0) return 'The whole course is kept in this browser, and can be read without a network.';
  if (keeping) return `Keeping: ${megabytes(bytesLeft)} MB to come.`;
  const rest = `${megabytes(bytesLeft)} MB more, and you can read all of it without a network.`;
  if (failed) return `Not everything could be fetched or kept. Press again when there is a network and room. ${rest}`;
  return partsKept === 0 ? rest : `${partsKept} of ${parts} parts are kept. ${rest}`;
}
