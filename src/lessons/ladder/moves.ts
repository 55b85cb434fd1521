import type { ThreadIndex } from '../../core/schedule/types';

/** Who takes each move, written as digits: `'1 222'` is one move of thread 1, then three of thread 2. */
export const moves = (text: string): readonly ThreadIndex[] => [...text.replaceAll(' ', '')].map(Number);
