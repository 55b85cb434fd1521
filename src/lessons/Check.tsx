import { useId } from 'react';
import { LinkSign } from '../ui/LinkSign';
import { WithCode } from '../ui/WithCode';
import { useLesson } from './context';
import { Heading } from './Heading';
import type { Question } from './lesson';

interface QuestionProps {
  readonly question: Question;
  readonly chosen: string | undefined;
  onChoose(option: string): void;
}

/** A question with its answers, each of which explains itself when it is chosen. */
export function QuestionView({ question, chosen, onChoose }: QuestionProps) {
  const name = useId();
  const anchor = `check-${question.id}`;
  return (
    <fieldset className="question" id={anchor} aria-labelledby={`${anchor}-text`}>
      <legend className="headed">
        <span id={`${anchor}-text`}>
          <WithCode text={question.text} />
        </span>
        <LinkSign to={anchor} name={question.text.replaceAll('`', '')} />
      </legend>
      {question.options.map((option) => (
        <div key={option.id}>
          <label>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
            />
            <span>
              <WithCode text={option.text} />
            </span>
          </label>
          {/* Always there, so that what appears in it is announced. */}
          <p className="answer" role="status" data-right={option.right}>
            {option.id === chosen ? (
              <>
                <strong>{option.right ? 'Right.' : 'Not quite.'}</strong> <WithCode text={option.why} />
              </>
            ) : null}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

/** Three questions at the end of a lesson. Every answer explains itself, and can be changed. */
export function Check() {
  const { id, lesson, answers, onAnswer } = useLesson();
  return (
    <section className="check">
      <Heading id="check">Check yourself</Heading>
      {lesson.questions.map((question) => {
        const key = `${id}/${question.id}`;
        return (
          <QuestionView
            key={key}
            question={question}
            chosen={answers[key]}
            onChoose={(option) => onAnswer(key, option)}
          />
        );
      })}
      {/* Always there, so that what appears in it is announced and moves nothing. */}
      <p className="check-done" role="status">
        {lesson.questions.every((question) => answers[`${id}/${question.id}`] !== undefined)
          ? 'You have answered them all: this lesson is finished.'
          : ''}
      </p>
    </section>
  );
}
