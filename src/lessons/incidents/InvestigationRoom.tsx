import { useEffect, useRef, useState } from 'react';
import { useCase } from '../../lab/incident/useCase';
import { WithCode } from '../../ui/WithCode';
import { QuestionView } from '../Check';
import { puzzleOf } from './incidentIndex';
import { incidents } from './incidents';
import { sayStanding } from './standing';

/** The places of an incident, its diagnosis, and how far the reader is. */
export function InvestigationRoom({ id }: { readonly id: string }) {
  const incident = incidents.find((one) => one.id === id);
  if (incident === undefined) throw new Error(`There is no incident called ${id}.`);
  const { places, diagnosis } = incident;
  const { notes, trouble, look, diagnose } = useCase(id);
  const right = diagnosis.options.find((option) => option.right)?.id ?? '';
  const [latest, setLatest] = useState<string | null>(null);
  const chosen = latest ?? (notes.named.includes(right) ? right : notes.named.at(-1));
  const standing = sayStanding(notes, right);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // What comes next stands below the answers.
    if (latest === right) told.current?.scrollIntoView({ block: 'nearest' });
  }, [latest, right]);
  return (
    <>
      <ul className="places">
        {places.map((place) => (
          <li key={place.id}>
            <details onToggle={(event) => event.currentTarget.open && look(place.id)}>
              <summary data-seen={notes.looks.includes(place.id)}>{place.name}</summary>
              <p>
                <WithCode text={place.found} />
              </p>
              {place.listing === undefined ? null : (
                // The keyboard must be able to scroll long lines.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                <pre tabIndex={0} role="group" aria-label={place.name}>
                  <code>{place.listing}</code>
                </pre>
              )}
            </details>
          </li>
        ))}
      </ul>
      <h3>Your diagnosis</h3>
      <QuestionView
        question={{ id: `${id}-diagnosis`, ...diagnosis }}
        chosen={chosen}
        onChoose={(option) => {
          setLatest(option);
          diagnose(option);
        }}
      />
      {/* Always there, so that what appears in it is announced. */}
      <p className="investigation-standing" role="status" ref={told}>
        {standing.words}
        {standing.next === null ? null : (
          <>
            {' '}
            <a href={`#puzzle-${puzzleOf(id)}`}>{standing.next}</a>
          </>
        )}
      </p>
      {trouble === null ? null : (
        <p className="hint">This browser does not keep what you do here: it lasts until you close the page.</p>
      )}
    </>
  );
}
