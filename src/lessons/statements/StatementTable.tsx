import { WithCode } from '../../ui/WithCode';
import { Conditions } from './Conditions';
import { Figures } from './Figures';
import { GuessList, useAnswers } from './GuessList';
import { answerOf, type Answer, type StatementSet } from './statement';
import { StatementProgram } from './StatementProgram';

const choices: readonly { readonly id: Answer; readonly text: string; readonly said: string }[] = [
  { id: 'never', text: 'never', said: 'it never goes wrong' },
  { id: 'free-threaded', text: 'only without the GIL', said: 'it goes wrong only without the GIL' },
  { id: 'both', text: 'with the GIL too', said: 'it goes wrong with the GIL too' },
];

/** Statements that two threads run: the reader says of each where it goes wrong, and sees beside that what all schedules and native runs say. */
export function StatementTable({ set }: { readonly set: StatementSet }) {
  const { fetched, answers: outcomes } = useAnswers(set.outcomes);
  return (
    <GuessList
      id={set.id}
      title={set.title}
      question="Can an update get lost, or an exception be raised? Say it of each; what really happens then stands beneath."
      choices={choices}
      fetched={fetched}
      lostWords="What happens could not be fetched. Load the page again when there is a network."
      conditions={outcomes === null ? null : <Conditions outcomes={outcomes} />}
      rows={set.statements.map((statement) => {
        const { id, code, scene } = statement;
        const tried = outcomes?.tried[id];
        return {
          id,
          ask: (
            <>
              <code className="statement-code">{code}</code>
              <span className="statement-scene">
                <WithCode text={scene} />
              </span>
            </>
          ),
          label: `It goes wrong: ${code}`,
          right: tried === undefined ? null : answerOf(statement, tried),
          why: <WithCode text={outcomes?.why[id] ?? ''} />,
          figures: outcomes === null ? null : <Figures outcomes={outcomes} statement={statement} />,
          renderAfter: (isSettled) => <StatementProgram statement={statement} outcomes={isSettled ? outcomes : null} />,
        };
      })}
    />
  );
}
