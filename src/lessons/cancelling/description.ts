export const description =
  'What a cancelled task of asyncio does, and what goes wrong with it: cleaning up that waits, errors that are swallowed, shields, three kinds of time limits, threads that go on, and how to try again.';
