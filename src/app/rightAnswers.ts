import type { RightAnswers } from './certificate';

const right = import.meta.glob<RightAnswers[string]>('../lessons/*/check.ts', {
  query: '?right',
  eager: true,
  import: 'default',
});

/** Of every lesson's questions. The questions themselves stay in their lessons' files. */
export const rightAnswers: RightAnswers = Object.fromEntries(
  Object.entries(right).map(([path, answers]) => [path.split('/').at(-2) ?? '', answers]),
);
