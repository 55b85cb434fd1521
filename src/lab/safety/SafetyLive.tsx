import { use, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Ref } from 'react';
import { NavigationContext } from '../../ui/Link';
import { programOf, usualSettings } from '../scheduler/address';
import { withMark } from '../scheduler/explore/rightMarks';
import { checksSmaller } from '../scheduler/explore/safetyCheck';
import { SafetyStatus } from '../scheduler/explore/SafetyStatus';
import { SafetyView } from '../scheduler/explore/SafetyView';
import { planOf, usualSettings as usualSearch } from '../scheduler/explore/settings';
import { useSafetyCheck } from '../scheduler/explore/useSafetyCheck';
import { useHandOver } from '../workbench/useHandOver';
import { addressToStep, addressToShare } from './addresses';

/** The share of the window's height that is surely free of bars. */
const fittingShare = 0.8;

/** What the button does. */
export type SafetyCommands = Readonly<Record<'begin' | 'stop', () => void>>;

interface SafetyLiveProps {
  readonly name: string;
  readonly source: string;
  /** Where it puts what the presses after the first call. */
  readonly commands: Ref<SafetyCommands>;
  onChecking(checking: boolean): void;
}

/** The check of a program, from when it appears, and its answer. Stepping and sharing lead to the scheduler's page. */
export function SafetyLive({ name, source, commands, onChecking }: SafetyLiveProps) {
  const safety = useSafetyCheck();
  const elsewhere = useHandOver();
  const { root } = use(NavigationContext);
  const [right, setRight] = useState<ReadonlySet<string>>(new Set());
  const answer = useRef<HTMLDivElement>(null);
  const { program, options } = useMemo(
    () => planOf(programOf(source, name, usualSettings), { ...usualSearch, preemptions: 'all', reduced: true }),
    [source, name],
  );
  const { check, trying } = safety;
  /** What was right of the reader's program says nothing of the smaller one, nor the other way round. */
  const forgetOthers = (ofSmaller: boolean): void => {
    if (checksSmaller(safety) !== ofSmaller) setRight(new Set());
  };
  const own: SafetyCommands = {
    begin: () => {
      forgetOthers(false);
      void check.start(program, options);
    },
    stop: () => check.stop(),
  };
  useImperativeHandle(commands, () => own);
  const begin = useEffectEvent(() => own.begin());
  useEffect(() => begin(), []);

  const checking = trying !== null && !checksSmaller(safety);
  const tell = useEffectEvent(onChecking);
  useLayoutEffect(() => tell(checking), [checking]);
  const answered = safety.program !== null && trying === null;
  useEffect(() => {
    if (!answered) return;
    // The answer is on the screen together with what was pressed for it: all of it where that fits, or its sentence.
    const whole = answer.current?.parentElement;
    const fits = (whole?.getBoundingClientRect().height ?? 0) < innerHeight * fittingShare;
    (fits ? whole : answer.current?.querySelector('.safety-sentence'))?.scrollIntoView({ block: 'nearest' });
  }, [answered]);

  return (
    <>
      {checking ? <SafetyStatus {...safety} /> : null}
      <div className="safety-answer" ref={answer}>
        <SafetyView
          view={safety}
          current={program}
          right={right}
          onRight={(key, isRight) => setRight(withMark(right, key, isRight))}
          onForget={() => setRight(new Set())}
          onSmaller={() => {
            forgetOthers(true);
            void check.startSmaller(options);
          }}
          address={(verdict) => addressToShare(verdict, root)}
          onStep={(as, row, schedule, wrong) =>
            void addressToStep(as, schedule, wrong ? row.key : null).then((fragment) =>
              elsewhere.follow('scheduler', fragment),
            )
          }
        />
        {elsewhere.tooLong ? (
          <p className="hint">This program is too long for an address, so it cannot be opened on another page.</p>
        ) : null}
      </div>
    </>
  );
}
