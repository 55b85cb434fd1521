import { noteProof } from '../lab/incident/useCase';
import { isRun, type MendProof } from '../lab/scheduler/puzzle/puzzle';
import { PuzzleView } from '../lab/scheduler/puzzle/PuzzleView';
import { lazily } from '../ui/lazily';
import { Link } from '../ui/Link';
import { anchorOf } from './anchorOf';
import { incidentIndex, puzzleOf } from './incidents/incidentIndex';
import { nextAfter, puzzlePath } from './ladder/ladder';
import { puzzles } from './puzzles';

// Its console and timeline are for the few puzzles that are run; the others need not fetch them.
const RunPuzzleView = lazily(() => import('../lab/incident/RunPuzzleView').then((module) => module.RunPuzzleView));

interface PuzzleRoomProps {
  readonly id: string;
  /** The reader asked for it, and is brought to its board. */
  readonly arriving: boolean;
  /** It is all that its page has: then the next puzzle comes next, and not the rest of the lesson. */
  readonly alone: boolean;
  /** The puzzles that the reader has solved. */
  readonly solved: readonly string[];
  onSolved(): void;
  /** The reader broke the program with so many moves or switches, whichever it limits. */
  onSpent(count: number): void;
}

/** What comes when a puzzle is opened. */
export function PuzzleRoom({ id, arriving, alone, solved, onSolved, onSpent }: PuzzleRoomProps) {
  const puzzle = puzzles.find((one) => one.id === id);
  if (puzzle === undefined) throw new Error(`There is no puzzle called ${id}.`);
  const next = nextAfter(id, solved);
  const at = incidentIndex.findIndex((one) => puzzleOf(one.id) === id);
  const incident = incidentIndex[at];
  const solve = (proof: MendProof | null): void => {
    if (incident !== undefined && proof !== null) noteProof(incident.id, proof);
    onSolved();
  };
  const onward =
    incident !== undefined && !alone ? (
      <NextIncident at={at} />
    ) : (
      <p className="puzzle-onward">
        {next === null ? (
          <strong>That was the last one: you have solved them all.</strong>
        ) : (
          <Link to={puzzlePath(next.id)} className={alone ? 'button button-primary' : 'button'}>
            Next: {next.title}
          </Link>
        )}
        <Link to="/puzzles/">All puzzles</Link>
      </p>
    );
  return isRun(puzzle) ? (
    <RunPuzzleView puzzle={puzzle} onSolved={solve} onward={onward} />
  ) : (
    <PuzzleView puzzle={puzzle} arriving={arriving} onSolved={solve} onSpent={onSpent} onward={onward} />
  );
}

/** Where to go on from an incident in its lesson. */
function NextIncident({ at }: { readonly at: number }) {
  const next = incidentIndex[at + 1];
  return (
    <p className="puzzle-onward">
      {next === undefined ? (
        <Link to="/certificate/" className="button">
          Your certificate
        </Link>
      ) : (
        <a href={`#${anchorOf(next.title)}`} className="button">
          Next: {next.title}
        </a>
      )}
    </p>
  );
}
