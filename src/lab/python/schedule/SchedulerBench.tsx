import { useEffect, useMemo, useState } from 'react';
import type { ScheduledProgram } from '../../../core/engines/pythonSchedules';
import { Editor } from '../editor/Editor';
import { ExplorePanel } from './explore/ExplorePanel';
import { StepPanel } from './step/StepPanel';
import { useExploration } from './useExploration';
import { useStepper } from './useStepper';

interface SchedulerBenchProps {
  readonly name: string;
  readonly original: string;
}

/** The scheduler itself: a program, stepping through it, and trying all of its schedules. */
export function SchedulerBench({ name, original }: SchedulerBenchProps) {
  const stepping = useStepper();
  const exploring = useExploration();
  const [source, setSource] = useState(original);
  const program = useMemo<ScheduledProgram>(
    () => ({ source, fileName: name, granularity: 'line', watch: [], mainFirst: true, accesses: true }),
    [source, name],
  );
  const { stepper } = stepping;
  useEffect(() => {
    void stepper.open(program);
  }, [stepper, program]);
  return (
    <>
      <Editor value={source} onChange={setSource} label={`Program, ${name}`} error={null} onRun={() => void stepper.open(program)} />
      <StepPanel view={stepping} source={source} />
      <ExplorePanel view={exploring} program={program} globals={stepping.moments.at(-1)?.globals.map(([name]) => name) ?? []} onStep={(tried, schedule) => void stepper.open(tried, schedule, 0)} />
    </>
  );
}
