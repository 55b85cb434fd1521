import { useState } from 'react';
import { SafetyAsk } from '../safety/SafetyAsk';
import { usesThreads, whatNoScheduleDecides } from '../workbench/unsteppable';

interface SafetyProps {
  readonly name: string;
  readonly source: string;
  /** The program must not run. */
  readonly barred: boolean;
}

/** “Is it safe?” of the program that is open; of one that cannot be checked, why not. Nothing where the program has no threads. */
export function Safety({ name, source, barred }: SafetyProps) {
  const [asked, setAsked] = useState(false);
  // What was answered stays, however the reader edits the program.
  if (!asked && !usesThreads(source)) return null;
  const outside = asked ? null : whatNoScheduleDecides(source);
  return outside === null ? (
    <SafetyAsk name={name} source={source} barred={barred} onAsked={() => setAsked(true)} />
  ) : (
    <p className="hint">
      “Is it safe?” has no answer for this program: it {outside}, and no schedule decides what comes from outside.
    </p>
  );
}
