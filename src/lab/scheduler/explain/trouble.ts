import { StrategyFailure } from '../../../core/experiment/experiment';

/** Why a program's schedules cannot be run. */
export type Trouble =
  /** It does not compile; in Python's words. */
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'lost'; readonly reason: string; readonly remedy: StrategyFailure['remedy'] };

/** What the page may say of an error that came from the interpreters. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof StrategyFailure) return { kind: 'lost', reason: error.message, remedy: error.remedy };
  if (error instanceof Error && error.name === 'NotAProgram') return { kind: 'refused', words: error.message };
  const said = error instanceof Error ? error.message : String(error);
  return {
    kind: 'lost',
    reason: `Python could not go on (${said}). Try again; if that does not help, load the page again.`,
    remedy: 'retry',
  };
}
