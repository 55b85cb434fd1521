import { useId } from 'react';
import { useLesson } from './context';
import type { Question } from './lesson';

interface QuestionProps {
  readonly question: Question;
  readonly chosen: string | undefined;
  onChoose(option: string): void;
}

function QuestionView({ question, chosen, onChoose }: QuestionProps) {
  const name = useId();
  const answer = question.options.find((option) => option.id === chosen);
  return (
    <fieldset className="question">
      <legend>{question.text}</legend>
      {question.options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={name} value={option.id} checked={option.id === chosen} onChange={() => onChoose(option.id)} />
          <span>{option.text}</span>
        </label>
      ))}
      <p className="answer" role="status" data-right={answer?.right}>
        {answer === undefined ? null : (
          <>
            <strong>{answer.right ? 'Right.' : 'Not quite.'}</strong> {answer.why}
          </>
        )}
      </p>
    </fieldset>
  );
}

/** Three questions at the end of a lesson. Every answer explains itself, and can be changed. */
export function Check() {
  const { id, lesson, answers, onAnswer } = useLesson();
  return (
    <section className="check">
      <h2 id="check">Check yourself</h2>
      {lesson.questions.map((question) => {
        const key = `${id}/${question.id}`;
        return <QuestionView key={key} question={question} chosen={answers[key]} onChoose={(option) => onAnswer(key, option)} />;
      })}
    </section>
  );
}
