import { useEffect, useRef, type ReactNode } from 'react';
import type { SharedAddress } from './openDocument';

/** Some messengers and mail programs cut longer addresses. */
const longAddress = 4000;

interface SharePanelProps extends SharedAddress {
  /** Another way to hand the program on. */
  readonly children?: ReactNode;
  onClose(): void;
}

/** The address that holds the program, with what one should know before sending it. */
export function SharePanel({ address, copied, beside, children, onClose }: SharePanelProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="notice share-panel" data-notice="share">
      <p role="status">
        {copied ? 'Copied. ' : 'Copy this address. '}
        It holds the whole program{beside === undefined ? '' : ` and ${beside}`}, and everyone who opens it sees the
        program before it runs.
        {address.length > longAddress
          ? ` It is ${address.length.toLocaleString('en')} characters long, and some messengers cut that: sending the file may be safer.`
          : ''}
      </p>
      <p className="button-row">
        <input
          ref={field}
          className="share-address"
          readOnly
          aria-label="Address of the program"
          value={address}
          onFocus={(event) => event.target.select()}
        />
        {children}
        <button type="button" className="button button-quiet" onClick={onClose}>
          Close
        </button>
      </p>
    </div>
  );
}
