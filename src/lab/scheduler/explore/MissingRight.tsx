/** What was marked as right does not come, so that it cannot be unmarked in the list. */
export function MissingRight({ onForget }: { onForget(): void }) {
  return (
    <p className="hint">
      None of the schedules ends with the outcome that you said is right.{' '}
      <button type="button" className="link-button" onClick={onForget}>
        Forget that outcome
      </button>
    </p>
  );
}
