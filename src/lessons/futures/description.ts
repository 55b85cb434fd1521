export const description =
  'What a pool hands you for a task, and how not to lose the results you have: submit, as_completed, wait, cancel, callbacks, inputs without an end, and processes that die or hang.';
