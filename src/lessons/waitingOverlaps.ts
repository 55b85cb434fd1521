import type { ParamValues } from '../core/experiment/params';
import { numberIn } from '../lab/experiment/judge';

/** Whether downloads with these settings wait long enough, and for enough pages of this site, that overlapping the waits must show. */
export function waitingOverlaps(params: ParamValues): boolean {
  const ownUrls = params['ownUrls'] ?? '';
  const fails = numberIn(params, 'failurePercent') > 0;
  return !(numberIn(params, 'pages') < 2) && numberIn(params, 'latencyMs') >= 200 && !fails && ownUrls === '';
}
