import { Playground } from '../lab/playground/Playground';
import { loadAllPrograms } from '../lessons/allPrograms';

/** The playground, with the lessons' programs to choose from. */
export function PlaygroundPage() {
  return <Playground loadLessons={loadAllPrograms} />;
}
