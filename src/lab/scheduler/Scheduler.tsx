import { useCallback, useState } from 'react';
import { lazily } from '../../ui/lazily';
import { exampleFrom, type LessonPrograms, type ProgramGroup } from '../workbench/programGroups';
import { ProgramPage } from '../workbench/ProgramPage';
import welcomeProgram from './examples/call_in_between.py?program';
import { openSchedulerAddress, resumed } from './fromAddress';
import './scheduler.css';
import { Shell } from './Shell';

// Editor, stepper and search come when the page is there.
const SchedulerPanel = lazily(() => import('./SchedulerPanel').then((module) => module.SchedulerPanel));

interface SchedulerProps {
  /** The lessons' programs, in the order of the course; asked for when the reader wants to choose. */
  loadLessons(): Promise<readonly LessonPrograms[]>;
}

/** The page where the reader is the scheduler. */
export function Scheduler({ loadLessons }: SchedulerProps) {
  const [welcome] = useState(() => exampleFrom(welcomeProgram));
  const loadGroups = useCallback(async (): Promise<readonly ProgramGroup[]> => {
    const [lessons, { exampleGroups }, { steppableGroups }] = await Promise.all([
      loadLessons(),
      import('./examples'),
      import('./steppablePrograms'),
    ]);
    return steppableGroups(exampleGroups, lessons);
  }, [loadLessons]);
  return (
    <ProgramPage
      name="scheduler"
      title="You are the scheduler"
      lead="Choose which thread takes the next step. Go back, choose otherwise, or try every schedule there is."
      shell={<Shell program={welcomeProgram} />}
      open={() => openSchedulerAddress(location.hash, welcome, loadGroups).then(resumed)}
    >
      {(opened) => (
        <SchedulerPanel opened={opened} welcome={welcome} welcomeHtml={welcomeProgram.html} loadGroups={loadGroups} />
      )}
    </ProgramPage>
  );
}
