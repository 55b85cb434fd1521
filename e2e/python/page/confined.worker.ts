import { confine } from '../../../src/workers/python/confine';

/** What is left of a worker's global scope once it is confined, and what would not go. */
export interface Confined {
  readonly stuck: readonly string[];
  readonly left: readonly string[];
}

const tell = postMessage;
const stuck = confine();
const left: string[] = [];
for (
  let scope: object | null = self;
  scope !== null && scope !== Object.prototype;
  scope = Object.getPrototypeOf(scope) as object | null
)
  left.push(...Object.getOwnPropertyNames(scope));
const confined: Confined = { stuck, left };
tell(confined);
