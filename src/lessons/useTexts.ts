import { use, useMemo, useState, type ReactElement } from 'react';
import { useMounted } from '../ui/useMounted';
import { textsOf } from './catalog';
import { mdxComponents } from './components';
import { textsFrom } from './Text';

/** A lesson's texts, for a page that React draws; null where it takes over a page that came with them. Suspends while they are fetched. */
export function useTexts(id: string): readonly ReactElement[] | null {
  const mounted = useMounted();
  const [cameWithThem] = useState(!mounted);
  const late = textsOf(id);
  // Prerendering, too, draws before it is mounted, and has the texts.
  const Texts = late.loaded() ?? (cameWithThem ? null : use(late.load()));
  return useMemo(() => (Texts === null ? null : textsFrom(Texts, mdxComponents)), [Texts]);
}
