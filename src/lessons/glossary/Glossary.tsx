import type { ReactNode } from 'react';
import { Link } from '../../ui/Link';
import { Anchor } from '../Anchor';
import { catalog } from '../catalog';
import { Heading } from '../Heading';
import './glossary.css';
import Entries from './glossary.mdx';

interface TermProps {
  /** Its address in the page, and what stands behind `term:` in a link to it. */
  readonly id: string;
  readonly name: string;
  /** The sections of lessons that explain it, with spaces between them: `async#two-sleeps`. */
  readonly taught: string;
  /** A page of Python's documentation about it. */
  readonly docs?: string;
  readonly children: ReactNode;
}

function Term({ id, name, taught, docs, children }: TermProps) {
  return (
    <div className="glossary-entry">
      <Heading id={id}>{name}</Heading>
      {children}
      <p className="glossary-ways">
        In the course:{' '}
        {taught.split(' ').map((place, at) => (
          <span key={place}>
            {at === 0 ? '' : ', '}
            <Taught place={place} />
          </span>
        ))}
        {docs === undefined ? null : (
          <>
            {' · '}
            <a href={docs}>{docs.includes('peps.') ? 'PEP' : 'Documentation'}</a>
          </>
        )}
      </p>
    </div>
  );
}

function Taught({ place }: { readonly place: string }) {
  const [lesson = '', anchor = ''] = place.split('#');
  return <Link to={`/${lesson}/#${anchor}`}>{catalog.find(({ id }) => id === lesson)?.shortTitle ?? lesson}</Link>;
}

/** Every term of the glossary, with where the course teaches it. */
export function Glossary() {
  return <Entries components={{ Term, a: Anchor }} />;
}
