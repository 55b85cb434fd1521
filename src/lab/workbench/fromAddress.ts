import { usualSwitchIntervalMs } from '../../core/base/switchInterval';
import { shorten } from '../../core/base/shorten';
import { wasHandedOver } from '../../storage/handOver';
import { readLatestDraft, type DraftPage, type PlaygroundDraft } from '../../storage/playground';
import { carriesProgram, decodeProgram } from './share';
import type { Example, ProgramGroup } from './programGroups';

/** The program that the playground has open, or the page where the reader is the scheduler. */
export interface OpenProgram {
  /** Its draft is kept under this, once it is edited. */
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** What Reset goes back to. */
  readonly original: string;
  readonly originalName: string;
  readonly switchIntervalMs: number;
  /** The fragment that opens it again as it was, or the empty text. */
  readonly address: string;
}

/** What the reader must know of what was opened. */
export type OpeningNote = { readonly kind: 'shared' } | { readonly kind: 'trouble'; readonly words: string };

export interface Opened {
  readonly program: OpenProgram;
  readonly note: OpeningNote | null;
}

/** A new id for a draft; `crypto.randomUUID` is missing at insecure addresses. */
export const freshId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** The fragment of an example. */
export const exampleAddress = (id: string): string => `#example=${id}`;

export function fromExample({ id, name, source }: Example): OpenProgram {
  return {
    id: freshId(),
    name,
    source,
    original: source,
    originalName: name,
    switchIntervalMs: usualSwitchIntervalMs,
    address: exampleAddress(id),
  };
}

export function fromDraft({
  id,
  name,
  source,
  original,
  originalName = name,
  switchIntervalMs,
}: PlaygroundDraft): OpenProgram {
  return { id, name, source, original, originalName, switchIntervalMs, address: '' };
}

/** Windows' ends of lines become Python's own. */
const withPlainEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** A program that came as text: from a file, or empty. */
export function fromText(name: string, text: string): OpenProgram {
  const source = withPlainEnds(text);
  return {
    id: freshId(),
    name,
    source,
    original: source,
    originalName: name,
    switchIntervalMs: usualSwitchIntervalMs,
    address: '',
  };
}

/** What the reader was at, or else the first example. */
function fromBefore(welcome: Example, page: DraftPage): OpenProgram {
  const draft = readLatestDraft(page);
  return draft === undefined ? { ...fromExample(welcome), address: '' } : fromDraft(draft);
}

/**
 * Opens what an address asks for: a shared program, an example, or, without a fragment, what the reader was at. Where that
 * cannot be, it says why and opens what there is. Rejects when the examples cannot be fetched.
 */
export async function openAddress(
  hash: string,
  welcome: Example,
  loadGroups: () => Promise<readonly ProgramGroup[]>,
  page: DraftPage = 'playground',
): Promise<Opened> {
  if (carriesProgram(hash)) {
    const decoded = await decodeProgram(hash);
    if (decoded.status === 'bad')
      return { program: fromBefore(welcome, page), note: { kind: 'trouble', words: decoded.reason } };
    const { source, name = 'shared.py', switchIntervalMs = usualSwitchIntervalMs } = decoded;
    return {
      program: { ...fromText(name, source), switchIntervalMs, address: hash },
      note: wasHandedOver(hash.replace(/^#/, '')) ? null : { kind: 'shared' },
    };
  }
  const wanted = /^#example=([\w/]+)(?:&|$)/.exec(hash)?.[1];
  if (wanted !== undefined) {
    const isWanted = ({ id }: Example): boolean => id === wanted;
    const found = isWanted(welcome) ? welcome : (await loadGroups()).flatMap(({ examples }) => examples).find(isWanted);
    if (found !== undefined) return { program: { ...fromExample(found), address: hash }, note: null };
    return {
      program: fromBefore(welcome, page),
      note: {
        kind: 'trouble',
        words: `There is no example called “${shorten(wanted, 60)}”. All examples are under Programs.`,
      },
    };
  }
  return { program: fromBefore(welcome, page), note: null };
}
