import { useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { shortenMiddle } from '../../core/base/shorten';
import { isFramedByAnotherSite } from '../../ui/framed';
import { OwnWindow } from '../../ui/OwnWindow';
import { useHears } from '../../ui/useHears';
import type { Question } from './pythonRun';
import type { PythonRunView } from './usePythonRun';

/** A program may ask any number of questions at once; the others wait. */
const mostShown = 5;

/** The field or button that had the focus goes with the question. Whatever is asked next takes the focus from there. */
function focusOutput(from: HTMLElement | null): void {
  const now = document.activeElement;
  if (now !== null && from?.contains(now) === true)
    from.closest<HTMLElement>('.console-box')?.focus({ preventScroll: true });
}

/** What the program waits to be told, beneath what it wrote. */
export function Questions({ run, edited }: { readonly run: PythonRunView; readonly edited: boolean }) {
  const first = run.questions.find(({ kind }) => kind === 'input');
  const more = run.questions.length - mostShown;
  return (
    <>
      {run.questions
        .slice(0, mostShown)
        .map((question) =>
          question.kind === 'input' ? (
            <InputQuestion key={question.id} question={question} run={run} edited={edited} first={question === first} />
          ) : (
            <FetchQuestion key={question.id} question={question} run={run} />
          ),
        )}
      {more > 0 ? (
        <p className="hint">{more === 1 ? 'One more question waits.' : `${more} more questions wait.`}</p>
      ) : null}
    </>
  );
}

interface FetchQuestionProps {
  readonly question: Extract<Question, { readonly kind: 'fetch' }>;
  readonly run: PythonRunView;
}

function FetchQuestion({ question, run }: FetchQuestionProps) {
  const hears = useHears();
  const [framed] = useState(isFramedByAnotherSite);
  const group = useRef<HTMLDivElement>(null);
  const allow = (allowed: boolean): void => {
    focusOutput(group.current);
    run.allow(question.id, allowed);
  };
  return (
    <div ref={group} className="console-question" role="group" aria-label="A question of the program">
      <p>
        This program wants to {question.sends ? 'send something to' : 'read'} <strong>{question.origin}</strong>, which
        is another site.
      </p>
      {framed ? (
        <p>
          Another site shows this page within its own, so it cannot be allowed here. <OwnWindow />, and run the program
          there.
        </p>
      ) : null}
      <p className="button-row">
        {framed ? null : (
          <button type="button" className="button" aria-disabled={!hears} onClick={() => hears && allow(true)}>
            Allow for this run
          </button>
        )}
        <button type="button" className="button" onClick={() => allow(false)}>
          Refuse
        </button>
      </p>
    </div>
  );
}

interface InputQuestionProps {
  readonly question: Extract<Question, { readonly kind: 'input' }>;
  readonly run: PythonRunView;
  readonly edited: boolean;
  /** Of several that are asked at once, the first gets the focus. */
  readonly first: boolean;
}

function InputQuestion({ question, run, edited, first }: InputQuestionProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // A program names its threads as it likes, and this page does not ask.
  const who = `The program (thread ${run.names.get(question.lane) ?? question.lane})`;

  // The whole stands above, in the output.
  const prompt = shortenMiddle(question.prompt.trim());

  const takeFocus = useEffectEvent(() => {
    // A reader who writes, in this program or elsewhere, is left there.
    const now = document.activeElement;
    const area = field.current?.closest('[data-run-area]');
    const near = now === null || now === document.body || area == null || area.parentElement?.contains(now) === true;
    const writes = now?.closest('.editor') != null && edited;
    if (near && !writes) field.current?.focus();
  });
  useLayoutEffect(() => {
    if (first) takeFocus();
  }, [first]);
  const answer = (line: string | null): void => {
    focusOutput(field.current?.form ?? null);
    run.answer(question.id, line);
  };

  return (
    <form
      className="console-ask"
      onSubmit={(event) => {
        event.preventDefault();
        answer(field.current?.value ?? '');
      }}
    >
      {/* Who sees the output has just read the prompt there. */}
      <label htmlFor={id}>
        {who} asks{prompt === '' ? ' for a line' : <span className="visually-hidden">: {prompt}</span>}
      </label>
      <span className="console-ask-row">
        <input
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="enter"
          onKeyDown={(event) => {
            if (event.key !== 'd' || !event.ctrlKey || event.currentTarget.value !== '') return;
            event.preventDefault();
            answer(null);
          }}
        />
        <button type="submit" className="button">
          Enter
        </button>
        <button
          type="button"
          className="button button-quiet"
          title="As Ctrl+D in a terminal: input() then raises EOFError"
          onClick={() => answer(null)}
        >
          End of input
        </button>
      </span>
    </form>
  );
}
