import type { Judge, Judges } from '../../lab/experiment/judge';
import { whyTheyStand } from './answers';

const threeShops: Judge = {
  answer: whyTheyStand,
  expects: () => ['late gone circle'],
  because:
    'Ada’s own line is the same in all three. What differs is where Ben is: with the courier, nowhere, or at the lock that Ada holds.',
};

export const judges: Judges = { 'three-shops': threeShops };
