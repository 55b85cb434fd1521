import type { LoopDoor } from '../core/engines/loop';
import { openDoor } from './door';
import { beat, serveOneCall } from './heartbeat';
import { sleepAll } from './sleepAll';

const door: LoopDoor<MessagePort> = { ready: () => undefined, sleepAll, beat, serve: serveOneCall };

openDoor(door);
