import { difficulties, difficultyNames, ideaNames, ideas, ladder, nextAfter } from '../lessons/ladder/ladder';
import { puzzlePath, sayKind, sayStanding } from '../lessons/ladder/ladder';
import type { LadderEntry } from '../lessons/ladder/entry';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import { LinkSign } from '../ui/LinkSign';
import './puzzles.css';

/** The ladder: every puzzle of the site by idea and difficulty, with what the reader has made of it. */
export function PuzzlesPage() {
  const { solved } = useProgress((state) => state.progress);
  const count = ladder.filter(({ id }) => solved.includes(id)).length;
  const next = nextAfter(null, solved);
  return (
    <div className="ladder">
      <h1>Puzzles</h1>
      <p className="lede">
        Break a program by choosing which thread goes next, or mend it so that no schedule breaks it. The page tries
        every schedule, so it knows the fewest switches that a break takes: that is the par.
      </p>
      <p className="ladder-begin">
        <strong className="numeric">
          {count} of {ladder.length} solved
        </strong>
        {next === null ? null : (
          <Link to={puzzlePath(next.id)} className="button button-primary">
            {count === 0 ? 'Begin' : 'Go on'}: {next.title}
          </Link>
        )}
      </p>
      <nav aria-label="Ideas">
        <ul className="ladder-ideas">
          {ideas.map((idea) => {
            const entries = ladder.filter((entry) => entry.idea === idea);
            const done = entries.filter(({ id }) => solved.includes(id)).length;
            return (
              <li key={idea} data-solved={done === entries.length}>
                <a href={`#${anchorOf(idea)}`}>{ideaNames[idea]}</a>{' '}
                <span className="numeric">
                  {done}
                  <span aria-hidden="true">/</span>
                  <span className="visually-hidden"> of </span>
                  {entries.length}
                </span>
              </li>
            );
          })}
        </ul>
      </nav>
      <p className="ladder-columns" aria-hidden="true">
        {difficulties.map((difficulty) => (
          <span key={difficulty}>{difficultyNames[difficulty]}</span>
        ))}
      </p>
      {ideas.map((idea) => (
        <section key={idea} id={anchorOf(idea)} aria-label={ideaNames[idea]}>
          <div className="headed">
            <h2>{ideaNames[idea]}</h2>
            <LinkSign to={anchorOf(idea)} name={ideaNames[idea]} />
          </div>
          <ul className="ladder-row">
            {ladder
              .filter((entry) => entry.idea === idea)
              .map((entry) => (
                <Rung key={entry.id} entry={entry} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const anchorOf = (idea: string): string => idea.replaceAll(/[^A-Za-z]+/g, '-').toLowerCase();

function Rung({ entry: { id, title, teaches, difficulty } }: { readonly entry: LadderEntry }) {
  const isSolved = useProgress((state) => state.progress.solved.includes(id));
  const fewest = useProgress((state) => state.progress.fewest[id]);
  return (
    <li className="rung" data-solved={isSolved} data-difficulty={difficulty}>
      <Link to={puzzlePath(id)}>{title}</Link>
      <p>{teaches}</p>
      <p className="rung-kind numeric">
        <span className="rung-difficulty">{difficultyNames[difficulty]}. </span>
        {sayKind(id)}
      </p>
      <p className="rung-standing numeric">{sayStanding(id, isSolved, fewest)}</p>
    </li>
  );
}
