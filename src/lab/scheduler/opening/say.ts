import type { Orders, Played, Told, Turn } from './turns';

/** What a turn did, in a sentence. */
export const sayTurn = ({ name, did, value }: Turn, { variable, local }: Told): string =>
  did === 'read'
    ? `${name} read the ${variable}: ${local} is ${value}.`
    : `${name} wrote the ${variable}: it is ${value} now.`;

/** What came of it, in a sentence. */
export const sayResult = ({ printed }: Played, { expected }: Told, { all, lost }: Orders): string =>
  printed === expected
    ? `This order kept both. ${lost} of the ${all} orders lose one.`
    : `You lost an update. It is lost in ${lost} of the ${all} orders.`;

/** The write that wiped out another one, with the read that came too early for it; null where each read came after all the writes before. */
export function overwriteIn(
  turns: readonly Turn[],
): { readonly read: Turn; readonly lost: Turn; readonly write: Turn } | null {
  for (const [at, write] of turns.entries()) {
    if (write.did !== 'write') continue;
    const began = turns.findIndex((turn) => turn.thread === write.thread && turn.did === 'read');
    const read = turns[began];
    const lost = turns.slice(began, at).find((turn) => turn.thread !== write.thread && turn.did === 'write');
    if (read !== undefined && lost !== undefined) return { read, lost, write };
  }
  return null;
}

/** Why it came to that, in a sentence. */
export function sayWhy(turns: readonly Turn[], { variable }: Told): string {
  const over = overwriteIn(turns);
  if (over !== null) {
    const { read, lost, write } = over;
    return `${write.name} read ${read.value} before ${lost.name} wrote ${lost.value}, and then wrote ${write.value} over it.`;
  }
  const second = turns.findLast(({ did }) => did === 'read');
  const first = turns.find(({ did }) => did === 'write');
  return second === undefined || first === undefined
    ? ''
    : `${second.name} read the ${variable} after ${first.name} had written it.`;
}
