import { useCallback, useState } from 'react';
import { lazily } from '../../ui/lazily';
import { openAddress } from '../workbench/fromAddress';
import { exampleFrom, programGroupsOf, type LessonPrograms, type ProgramGroup } from '../workbench/programGroups';
import { ProgramPage } from '../workbench/ProgramPage';
import welcomeProgram from './examples/taking_turns.py?program';
import { Shell } from './Shell';

// Editor, console and timeline come when the page is there.
const PlaygroundPanel = lazily(() => import('./PlaygroundPanel').then((module) => module.PlaygroundPanel));

interface PlaygroundProps {
  /** The lessons' programs, in the order of the course; asked for when the reader wants to choose. */
  loadLessons(): Promise<readonly LessonPrograms[]>;
}

/** The page to write Python in, and see it run. */
export function Playground({ loadLessons }: PlaygroundProps) {
  const [welcome] = useState(() => exampleFrom(welcomeProgram));
  const loadGroups = useCallback(async (): Promise<readonly ProgramGroup[]> => {
    const [lessons, { examples }] = await Promise.all([loadLessons(), import('./examples')]);
    return programGroupsOf(lessons, examples);
  }, [loadLessons]);
  return (
    <ProgramPage
      name="playground"
      title="Playground"
      lead="Write Python, run it in this page, and see what its threads, processes and event loops do."
      shell={<Shell program={welcomeProgram} />}
      open={() => openAddress(location.hash, welcome, loadGroups)}
    >
      {(opened) => <PlaygroundPanel opened={opened} welcome={welcome} loadGroups={loadGroups} />}
    </ProgramPage>
  );
}
