import type { PythonNews } from '../../core/engines/python';
import type { PythonAnswer, PythonRequest } from '../../core/engines/pythonNetwork';
import type { PyFunction } from './interpreter';

/** The worker's side of src/python/network.py: requests go to the page as news, and their answers wait here until they are taken. */
export class PageNetwork {
  private readonly answers = new Map<number, PythonAnswer>();
  private arrived: PyFunction<[number], boolean> | null = null;

  constructor(private readonly tell: (news: PythonNews) => void) {}

  // What Python calls.

  /** Gives the function that learns of each answer, by the request's number; false when nobody waits for it. */
  connect(arrived: PyFunction<[number], boolean>): void {
    this.arrived = arrived;
  }

  /** @param json a `PythonRequest` without its body */
  fetch(id: number, json: string, body?: Uint8Array<ArrayBuffer>): void {
    const request = { ...(JSON.parse(json) as Omit<PythonRequest, 'body'>), body: body ?? null };
    this.tell({ kind: 'fetch', id, request });
  }

  abandon(id: number): void {
    this.answers.delete(id);
    this.tell({ kind: 'abandon', id });
  }

  /** An answer as JSON, without its body. */
  head(id: number): string {
    const answer = this.answers.get(id);
    if (answer === undefined) throw new Error(`There is no answer to request ${id}.`);
    return JSON.stringify(answer.status === 'answered' ? { ...answer, body: null } : answer);
  }

  /** The body, which is given once; call `head` first. */
  takeBody(id: number): Uint8Array {
    const answer = this.answers.get(id);
    this.answers.delete(id);
    return answer?.status === 'answered' ? answer.body : new Uint8Array(0);
  }

  // What the page calls.

  arrive(id: number, answer: PythonAnswer): void {
    this.answers.set(id, answer);
    if (this.arrived?.(id) !== true) this.answers.delete(id);
  }

  rest(): void {
    this.answers.clear();
  }
}
