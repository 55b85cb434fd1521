/** What the certificate must know of an incident, without the rest of it. */
export interface IncidentEntry {
  readonly id: string;
  readonly title: string;
  /** The id of the right diagnosis. */
  readonly diagnosis: string;
}

/** The incidents in their order. A test compares this list with the incidents. */
export const incidentIndex: readonly IncidentEntry[] = [
  { id: 'seat', title: 'Two guests for one seat', diagnosis: 'two-steps' },
  { id: 'freeze', title: 'A pause every minute', diagnosis: 'blocked-loop' },
  { id: 'friday', title: 'It hangs on Fridays', diagnosis: 'waits-for-itself' },
  { id: 'growth', title: 'It grows all day', diagnosis: 'kept-tasks' },
  { id: 'hits', title: 'Wrong since the new Python', diagnosis: 'read-and-write' },
  { id: 'goodbye', title: 'The last message', diagnosis: 'done-too-early' },
];

/** The puzzle that mends the program of an incident. */
export const puzzleOf = (incident: string): string => `${incident}-fix`;
