import { transfer } from 'comlink';
import type { NetworkDoor } from '../core/python/pythonNetwork';
import { openDoor } from './door';
import { performRequest } from './performRequest';

/** The requests under way. */
const underWay = new Map<number, AbortController>();

/** The worker that reaches other sites for Python programs (see isolation.ts); the worker in which they run may not. */
const door: NetworkDoor = {
  ready: () => Promise.resolve(),

  async fetch(id, task) {
    const own = new AbortController();
    underWay.set(id, own);
    const answer = await performRequest(task, own.signal);
    underWay.delete(id);
    return answer.status === 'answered' ? transfer(answer, [answer.body.buffer]) : answer;
  },

  abandon: (id) => underWay.get(id)?.abort(),
};

openDoor(door);
