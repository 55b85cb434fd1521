export const description =
  'How threads wait for each other: conditions, events, semaphores and barriers, what each remembers and what it forgets, and how a queue is made of them, with the mistakes that only some schedules show.';
