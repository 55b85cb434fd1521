import { useLayoutEffect, useRef, useState } from 'react';
import type { SpanSource } from '../../core/trace/spans';
import { Legend } from './Legend';
import { emptyStatus, TimelineSurface, type TimelineStatus } from './surface';
import './timeline.css';

interface TimelinePictureProps {
  readonly source: SpanSource;
  /** What it shows, in words, for those who do not see it. */
  readonly description: string;
}

/** The lanes as a picture: live like the timeline, with nothing to press. */
export function TimelinePicture({ source, description }: TimelinePictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<TimelineStatus>(emptyStatus);
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const surface = new TimelineSurface(host.current, source, setStatus);
    return () => surface.dispose();
  }, [source]);
  return (
    <div className="timeline timeline-picture">
      <div ref={host} className="timeline-scroll" role="img" aria-label={description} />
      <Legend seen={status.seen} />
    </div>
  );
}
