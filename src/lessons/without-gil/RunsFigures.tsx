import { NativeTimeline } from '../../lab/experiment/native/NativeTimeline';
import { parseRuns } from '../../lab/experiment/native/nativeRun';
// As text, for the type of a JSON import would be that of today's figures.
import text from './runs.json?raw';

const rows = parseRuns(text);

/** Two threads, each by itself and into one list. */
export function RunsFigures() {
  return (
    <>
      <NativeTimeline
        rows={rows}
        program="count_apart"
        title="Two threads count, each by itself"
        asleepFor={{ withGil: 'the GIL', without: 'a lock' }}
      />
      <NativeTimeline
        rows={rows}
        program="count_into_list"
        title="Two threads append to one list"
        asleepFor={{ withGil: 'the GIL', without: 'the lock of the list' }}
      />
    </>
  );
}
