import { formatCount } from '../../../core/base/format';
import { chances, drawnIn } from '../../../core/schedule/random';
import type { CPythonRule } from '../../../core/schedule/rule';
import { sayAtLeast, sayCondition, whatDepthIs, whyNoGuarantee } from '../../../core/schedule/sayRandom';
import { ruleNames } from '../../../core/schedule/sayVerdict';
import type { RandomSummary } from '../../../core/schedule/search';
import { drawnAtOnce } from './safetyCheck';
import type { SafetyCheckView } from './useSafetyCheck';

interface MoreRandomProps {
  readonly view: Pick<SafetyCheckView, 'check' | 'drawing' | 'states'>;
  /** Those under which schedules were drawn at random, and none is wrong. */
  readonly rules: readonly CPythonRule[];
}

/** What schedules that were drawn at random guarantee, and the button that draws more of them. */
export function MoreRandom({ view: { check, drawing, states }, rules }: MoreRandomProps) {
  const drawn = rules.flatMap((rule) => {
    const random = states[rule].summary?.random;
    return random === undefined ? [] : [{ rule, random }];
  });
  if (drawn.length === 0) return null;
  const depths = [...new Set(drawn.flatMap(({ random }) => chances(random).map(({ depth }) => depth)))];
  const most = (part: 'threads' | 'steps'): number => Math.max(...drawn.map(({ random }) => random[part]));
  return (
    <>
      <table className="safety-table safety-random">
        <caption>
          Schedules drawn at random, none of them wrong, and the least probability that one of them would have hit a
          bug, by its depth
        </caption>
        <thead>
          <tr>
            <th scope="col">Drawn</th>
            {depths.map((depth) => (
              <th key={depth} scope="col">
                depth {depth}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ rule, random }) => (
            <tr key={rule}>
              <th scope="row">
                {formatCount(drawnIn(random))} {ruleNames[rule]}
              </th>
              <Chances random={random} depths={depths} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="button-row">
        <button type="button" className="button" aria-disabled={drawing} onClick={() => void check.drawMore(rules)}>
          {drawing ? 'Drawing more…' : `${formatCount(drawnAtOnce)} more`}
        </button>
        <p className="hint">
          This holds {sayCondition({ threads: most('threads'), steps: most('steps') })}. {whatDepthIs}
        </p>
      </div>
    </>
  );
}

function Chances({ random, depths }: { readonly random: RandomSummary; readonly depths: readonly number[] }) {
  const nothing = whyNoGuarantee(random);
  if (nothing !== null) return <td colSpan={depths.length}>{nothing}</td>;
  const known = chances(random);
  return depths.map((depth) => (
    <td key={depth} className="numeric">
      {sayAtLeast(known.find((one) => one.depth === depth)?.least ?? 0)}
    </td>
  ));
}
