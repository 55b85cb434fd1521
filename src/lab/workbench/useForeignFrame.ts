import { useState } from 'react';
import { isFramedByAnotherSite } from '../../ui/framed';
import type { OpenProgram } from './fromAddress';
import { carriesProgram } from './share';

/** Whether a program came by an address into a page that another site shows within its own. It must not run there: see `isFramedByAnotherSite`. */
export function useForeignFrame({ address }: Pick<OpenProgram, 'address'>): boolean {
  const [framed] = useState(isFramedByAnotherSite);
  return framed && carriesProgram(address);
}
