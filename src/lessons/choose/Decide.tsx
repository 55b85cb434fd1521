import { useId, useRef, useState } from 'react';
import { Link } from '../../ui/Link';
import { Heading } from '../Heading';
import { answerAt, follow, type Advice, type AskedQuestion, type Decision } from './decide';
import { tree } from './tree';
import './decide.css';

function SeeWhy({ see }: Pick<Advice, 'see'>) {
  return (
    <>
      See why: <Link to={`/${see.lesson}/#${see.experiment}`}>{see.title}</Link>
    </>
  );
}

interface QuestionProps extends AskedQuestion {
  readonly number: number;
  onChoose(id: string): void;
}

function Question({ decision, chosen, number, onChoose }: QuestionProps) {
  const name = useId();
  return (
    <fieldset className="decide-question">
      <legend>
        <span className="decide-number">{number}</span> {decision.text}
      </legend>
      {decision.choices.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Asks its way through the tree, one question at a time, to a tool, a reason, and the experiment that shows it. */
export function Decide() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useRef<HTMLElement>(null);
  const { asked, advice } = follow(tree, chosen);
  const startAgain = (): void => {
    setChosen([]);
    // The button goes away with the answers, and the focus must not go with it.
    form.current?.querySelector('input')?.focus();
  };
  return (
    <section className="decide" aria-labelledby="decide" ref={form}>
      <Heading id="decide" level={3}>
        Your program, question by question
      </Heading>
      {asked.map((question, depth) => (
        <Question
          key={chosen.slice(0, depth).join('/')}
          {...question}
          number={depth + 1}
          onChoose={(id) => setChosen(answerAt(chosen, depth, id))}
        />
      ))}
      <div role="status" className="decide-advice" data-tool={advice?.tool}>
        {advice === null ? null : (
          <>
            <p className="decide-title">{advice.title}</p>
            <p>{advice.reason}</p>
            <p>
              <SeeWhy see={advice.see} />
            </p>
          </>
        )}
      </div>
      {chosen.length === 0 ? null : (
        <button type="button" className="button button-quiet" onClick={startAgain}>
          Start again
        </button>
      )}
    </section>
  );
}

/** The whole tree as a list, for those who would rather read it, and for a page without scripts. */
export function DecisionList({ decision = tree }: { readonly decision?: Decision }) {
  return (
    <div className="decide-list">
      <p className="decide-ask">{decision.text}</p>
      <ul>
        {decision.choices.map(({ id, text, next }) => (
          <li key={id}>
            <p>{text}</p>
            {next.kind === 'decision' ? (
              <DecisionList decision={next} />
            ) : (
              <p className="decide-end" data-tool={next.tool}>
                <strong>{next.title}.</strong> {next.reason} <SeeWhy see={next.see} />.
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
