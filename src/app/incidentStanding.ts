import { incidentIndex, type IncidentEntry } from '../lessons/incidents/incidentIndex';
import { noNotes, type AllCaseNotes, type CaseProof } from '../storage/caseNotes';

/** How far a reader is with an incident. */
export interface IncidentStanding {
  readonly id: string;
  readonly title: string;
  /** How many places the reader looked at. */
  readonly looks: number;
  /** How many diagnoses the reader made. */
  readonly tries: number;
  /** Which of them was the right one, counted from 1; null where none was. */
  readonly rightAt: number | null;
  readonly proof: CaseProof | null;
  /** The right diagnosis was made, and there is a proof that the program is mended. */
  readonly isClosed: boolean;
}

function standingOf({ id, title, diagnosis }: IncidentEntry, notes: AllCaseNotes): IncidentStanding {
  const { looks, named, proof } = notes[id] ?? noNotes;
  const at = named.indexOf(diagnosis);
  return {
    id,
    title,
    looks: looks.length,
    tries: named.length,
    rightAt: at === -1 ? null : at + 1,
    proof,
    isClosed: at !== -1 && proof !== null,
  };
}

/** How far a reader is with each incident, in their order. */
export const incidentStandings = (notes: AllCaseNotes): readonly IncidentStanding[] =>
  incidentIndex.map((entry) => standingOf(entry, notes));

/** How many incidents are closed. */
export const closedCount = (notes: AllCaseNotes): number =>
  incidentStandings(notes).filter(({ isClosed }) => isClosed).length;
