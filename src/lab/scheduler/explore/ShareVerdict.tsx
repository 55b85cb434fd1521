import { useEffect, useRef, useState, type ReactNode } from 'react';
import { copyText } from '../../../ui/useCopy';
import type { SharedAddress } from '../../workbench/openDocument';
import { SharePanel } from '../../workbench/SharePanel';

interface ShareVerdictProps {
  /** Makes the address that holds the program and its verdict; null where the program is too long for an address. */
  address(): Promise<string | null>;
}

/** A button that makes an address of a verdict, and shows it beneath itself. */
export function ShareVerdict({ address }: ShareVerdictProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [shared, setShared] = useState<SharedAddress | 'too long' | null>(null);
  const share = async (): Promise<void> => {
    const made = await address();
    setShared(
      made === null
        ? 'too long'
        : {
            address: made,
            copied: await copyText(made),
            beside: 'its verdict, which is checked again where it is opened',
          },
    );
  };
  const close = (): void => {
    setShared(null);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" className="button" onClick={() => void share()}>
        Share this verdict
      </button>
      {shared === null ? null : shared === 'too long' ? (
        <p className="notice" role="status">
          This program is too long for an address. Copy the verdict as Markdown instead.
        </p>
      ) : (
        <InSight key={shared.address}>
          <SharePanel {...shared} onClose={close} />
        </InSight>
      )}
    </>
  );
}

/** Brings what appears with a press to the screen. */
function InSight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className="safety-shared">
      {children}
    </div>
  );
}
