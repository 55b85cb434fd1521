/** What once stood in another lesson: by that lesson, the anchors of the parts that moved, and the lesson that has them now. Their old addresses are in other people's courses. */
export const moved: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sharing: { 'program-table': 'waiting', 'puzzle-table': 'waiting', 'puzzle-table-fix': 'waiting' },
};
