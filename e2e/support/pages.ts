/** The lessons by id, with their titles, in the order of the course. */
export const lessons = [
  { id: 'unveiled', title: 'Threads, processes and async, unveiled' },
  { id: 'threads', title: 'Threads, and when to use them' },
  { id: 'gil', title: 'When threading is bad' },
  { id: 'sharing', title: 'More about threads' },
  { id: 'async', title: 'So where does async fit?' },
  { id: 'choose', title: 'Which one should I use?' },
] as const;

/** Every page of the site, relative to its root. */
export const paths = ['./', ...lessons.map(({ id }) => `./${id}/`), './playground/', './scheduler/', './sources/'];
