import { useCallback, useState } from 'react';
import { lazily } from '../../ui/lazily';
import { exampleFrom, type LessonPrograms, type ProgramGroup } from '../workbench/programGroups';
import { ProgramPage } from '../workbench/ProgramPage';
import welcomeProgram from './examples/call_in_between.py?program';
import { openSchedulerAddress, resumed } from './fromAddress';
import './scheduler.css';
import { Poster, Shell } from './Shell';

// Editor, stepper and search come when the page is there.
const SchedulerPanel = lazily(() => import('./SchedulerPanel').then((module) => module.SchedulerPanel));

interface SchedulerProps {
  /** The lessons' programs, in the order of the course; asked for when the reader wants to choose. */
  loadLessons(): Promise<readonly LessonPrograms[]>;
  /** Python starts when the reader asks for it, not with the page. */
  readonly waits?: boolean;
}

/** The page where the reader is the scheduler. */
export function Scheduler({ loadLessons, waits = false }: SchedulerProps) {
  const [asked, setAsked] = useState(!waits);
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
      {(opened) =>
        // A stranger's program waits for the reader's word anyway.
        asked || opened.foreign ? (
          <SchedulerPanel opened={opened} welcome={welcome} welcomeHtml={welcomeProgram.html} loadGroups={loadGroups} />
        ) : (
          <Poster opened={opened} onAsk={() => setAsked(true)} />
        )
      }
    </ProgramPage>
  );
}
