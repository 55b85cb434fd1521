import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'first-thing',
    text: 'A service gives a wrong answer about once a week. You have an idea what it is. What do you do first?',
    options: [
      {
        id: 'lock',
        text: 'I put a lock around it and wait to see whether it happens again.',
        right: false,
        why: 'If nothing happens for a week, you know nothing: that was so before. And if the idea was wrong, the program has one more lock that nobody dares to take out.',
      },
      {
        id: 'evidence',
        text: 'I look for what would be different if my idea were wrong.',
        right: true,
        why: 'Each of the six reports had a place that spoke against a plausible diagnosis. One look there costs less than a fix of the wrong thing.',
      },
      {
        id: 'restart',
        text: 'I restart the service once a day.',
        right: false,
        why: 'That can help those who are called at night, and it hides what you would need to see.',
      },
    ],
  },
  {
    id: 'proof-of-a-fix',
    text: 'For which of these fixes would it prove nothing to run the mended program once?',
    options: [
      {
        id: 'seat',
        text: 'The two tickets for one seat.',
        right: true,
        why: 'The broken program ends well in most runs, too. Only all of its schedules tell the two apart, or a test that forces the order.',
      },
      {
        id: 'freeze',
        text: 'The pause of the service.',
        right: false,
        why: 'The pause came in every run, each time that the rate was fetched. A run without it shows something.',
      },
      {
        id: 'growth',
        text: 'The memory that grew.',
        right: false,
        why: 'It grew in every run, with each receipt. An amount that does not grow over 500 receipts shows something.',
      },
    ],
  },
  {
    id: 'rare',
    text: 'The colleague’s pause of a second before the sender is cancelled: no message was lost for a week. What was it?',
    options: [
      {
        id: 'fixed',
        text: 'A fix: the archive answers within a second.',
        right: false,
        why: 'Nobody has promised that it does. A fix that holds as long as something is fast fails on the day when much else fails, too.',
      },
      {
        id: 'rarer',
        text: 'That fault, made rarer, and so harder to find.',
        right: true,
        why: 'A sleep changes how likely an order is, and excludes none. What excludes it is to wait for the event itself: here for the message to be stored.',
      },
      {
        id: 'placebo',
        text: 'Nothing: a pause changes no order.',
        right: false,
        why: 'It changes much: for a week the archive was done in time. That is what makes it dangerous.',
      },
    ],
  },
];

export const saw = [
  'In each report a plausible cause was wrong, and one place showed it.',
  'A lock in each method, a comment that seemed true, a set that was good advice: what went wrong had been put there with care.',
  'Four of the cures hold in every schedule, with the GIL and without, and two in a measurement that shows the fault each time that it is there.',
] as const;
