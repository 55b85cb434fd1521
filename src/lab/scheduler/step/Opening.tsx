import type { StepperView } from './useStepper';

/** What there is to say of a program that is not open: Python starts, it does not compile, its interpreter is gone. */
export function Opening({ view: { stepper, phase, program, boot } }: { readonly view: StepperView }) {
  switch (phase.kind) {
    case 'opening':
      return (
        <div className="step-opening" role="status">
          {boot === null ? null : (
            <>
              <p>{boot.words}</p>
              <progress value={boot.fraction} max={1} aria-label="Python starts" />
            </>
          )}
        </div>
      );
    case 'refused':
      return (
        <div className="notice notice-bad" role="alert">
          <p>Python cannot run this program.</p>
          <pre>{phase.words}</pre>
        </div>
      );
    case 'lost':
      return (
        <div className="notice notice-bad" role="alert">
          <p>{phase.reason}</p>
          {program === null || phase.remedy === 'none' ? null : (
            <p className="button-row">
              <button
                type="button"
                className="button"
                onClick={() => (phase.remedy === 'reload' ? location.reload() : void stepper.open(program))}
              >
                {phase.remedy === 'reload' ? 'Load the page again' : 'Try again'}
              </button>
            </p>
          )}
        </div>
      );
    default:
      return null;
  }
}
