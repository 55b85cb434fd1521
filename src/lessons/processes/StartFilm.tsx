import { useId, useState } from 'react';
import { contentNames, contents, film, type Frame, type Has, type ProcessName, type StartMethod } from './film';
import './startFilm.css';

const methods = Object.keys(film) as StartMethod[];
const processes: readonly ProcessName[] = ['parent', 'server', 'child'];

function Cell({ has, there }: { readonly has: Has | undefined; readonly there: boolean }) {
  if (has === undefined) return <td className={there ? 'none' : 'absent'}>{there ? 'none' : ''}</td>;
  return <td className={has.kind}>{has.words}</td>;
}

/** Which process has what in its memory. */
function Memory({ frame, columns }: { readonly frame: Frame; readonly columns: readonly ProcessName[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">memory</th>
          {columns.map((process) => (
            <th key={process} scope="col">
              {process}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contents.map((content) => (
          <tr key={content}>
            <th scope="row">{contentNames[content]}</th>
            {columns.map((process) => (
              <Cell key={process} has={frame.memory[process]?.[content]} there={frame.memory[process] !== undefined} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A child is started, picture by picture: who has which memory. */
export function StartFilm() {
  const [method, setMethod] = useState<StartMethod>('fork');
  const [at, setAt] = useState(0);
  const name = useId();
  const frames = film[method];
  const frame = frames[at];
  if (frame === undefined) throw new Error(`The film of ${method} has no picture ${at}.`);
  const columns = processes.filter((process) => process !== 'server' || method === 'forkserver');
  return (
    <figure className="start-film">
      <fieldset>
        <legend>Start a child by</legend>
        {methods.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={each === method}
              onChange={() => {
                setMethod(each);
                setAt(0);
              }}
            />{' '}
            <code>{each}</code>
          </label>
        ))}
      </fieldset>
      <Memory frame={frame} columns={columns} />
      <p className="key">
        <span className="own">of its own</span> <span className="common">in common, until one of them writes</span>
      </p>
      <div className="steps">
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={at === 0}
          onClick={() => setAt(Math.max(at - 1, 0))}
        >
          Back
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={at === frames.length - 1}
          onClick={() => setAt(Math.min(at + 1, frames.length - 1))}
        >
          Next
        </button>
        <span className="count">
          {at + 1} of {frames.length}
        </span>
      </div>
      <figcaption aria-live="polite">
        <strong>{frame.title}.</strong> {frame.words}
      </figcaption>
    </figure>
  );
}

/** All pictures of the film as a list, for those who would rather read it, and for a page without scripts. */
export function FilmList() {
  return (
    <dl className="film-list">
      {methods.map((method) => (
        <div key={method}>
          <dt>
            <code>{method}</code>
          </dt>
          <dd>
            <ol>
              {film[method].map(({ title, words }) => (
                <li key={title}>
                  <strong>{title}.</strong> {words}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  );
}
