import { catalog } from '../lessons/catalog';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import { finishedCount } from './finished';
import { LessonList } from './LessonList';
import { glossaryPath, playgroundPath, puzzlesPath, schedulerPath, siteName, type Page } from './site';
import { ThemeSwitch } from './ThemeSwitch';
import { Wordmark } from './Wordmark';

interface SidebarProps {
  readonly page: Page;
  onHelp(): void;
  onProgress(): void;
}

/** The course at a glance: lessons, what is finished, theme, help, progress. */
export function Sidebar({ page, onHelp, onProgress }: SidebarProps) {
  const progress = useProgress((state) => state.progress);
  return (
    <div className="sidebar">
      <Link to="/" className="wordmark" current={page.kind === 'home'}>
        <Wordmark />
        {siteName}
      </Link>
      <nav aria-label="Lessons and tools">
        <LessonList page={page} />
        <p className="side-page">
          <Link to={puzzlesPath} current={page.kind === 'puzzles'}>
            Puzzles
          </Link>
        </p>
        <p className="side-page">
          <Link to={playgroundPath} current={page.kind === 'playground'}>
            Playground
          </Link>
        </p>
        <p className="side-page">
          <Link to={schedulerPath} current={page.kind === 'scheduler'}>
            You are the scheduler
          </Link>
        </p>
        <p className="side-page">
          <Link to={glossaryPath} current={page.kind === 'glossary'}>
            Glossary
          </Link>
        </p>
      </nav>
      <p className="sidebar-progress numeric">
        {finishedCount(progress)} of {catalog.length} finished
      </p>
      <ThemeSwitch />
      <p className="sidebar-buttons">
        <button type="button" className="button button-quiet" onClick={onProgress}>
          Progress
        </button>
        <button type="button" className="button button-quiet" onClick={onHelp}>
          Help
        </button>
      </p>
    </div>
  );
}
