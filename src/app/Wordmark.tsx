/** The tape in small: three lanes with their spans. */
export function Wordmark() {
  return (
    <svg className="wordmark-tape" viewBox="0 0 26 20" width="26" height="20" aria-hidden="true">
      <rect className="tape-running" x="0" y="1" width="9" height="4" />
      <rect className="tape-waiting" x="10" y="1" width="14" height="4" />
      <rect className="tape-running" x="9" y="8" width="8" height="4" />
      <rect className="tape-waiting" x="18" y="8" width="8" height="4" />
      <rect className="tape-blocked" x="0" y="15" width="16" height="4" />
      <rect className="tape-running" x="17" y="15" width="7" height="4" />
    </svg>
  );
}
