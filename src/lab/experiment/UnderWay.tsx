import { FrameCounter } from './FrameCounter';
import { RunProgress, type RunProgressProps } from './RunProgress';

interface UnderWayProps extends RunProgressProps {
  /** The frames are counted that the page draws meanwhile. */
  readonly countsFrames: boolean;
}

/** What a run bar shows while something runs. */
export function UnderWay({ countsFrames, ...progress }: UnderWayProps) {
  return (
    <>
      <RunProgress {...progress} />
      {countsFrames ? <FrameCounter /> : null}
    </>
  );
}
