import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/format';
import type { Millis } from '../../core/base/time';
import type { SpanSource } from '../../core/trace/spans';
import { listenToGestures } from './gestures';
import { keysInWords, listenToKeys } from './keys';
import { Legend } from './Legend';
import { emptyStatus, TimelineSurface, type TimelineStatus } from './surface';
import { Transcript } from './Transcript';
import './timeline.css';

export interface TimelineProps {
  /**
   * What is drawn. The timeline reads it by itself, at the pace of the screen: adding events to it renders nothing in React. Another
   * source is another timeline: zoom and choice begin anew.
   */
  readonly source: SpanSource;
  /** The accessible name: "Three downloads, Threaded". */
  readonly title: string;
  /** Shown beneath, where the lesson has something to say. */
  readonly caption?: ReactNode;
  /** A time that is marked in all lanes. */
  readonly mark?: Millis | null;
  /** Called when the reader chooses a span, with the time at which it begins. */
  onChoose?(at: Millis): void;
}

/** Lanes on which work lies as spans: live while it runs, to be zoomed, panned and walked through with pointer or keyboard. */
export function Timeline({ source, title, caption, mark = null, onChoose }: TimelineProps) {
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<TimelineSurface>(null);
  const [status, setStatus] = useState<TimelineStatus>(emptyStatus);
  const help = useId();

  // Before the first paint, so that nothing beneath the timeline moves.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const own = new TimelineSurface(host.current, source, setStatus);
    const stopGestures = listenToGestures(host.current, own);
    const stopKeys = listenToKeys(host.current, own);
    surface.current = own;
    return () => {
      surface.current = null;
      stopGestures();
      stopKeys();
      own.dispose();
    };
  }, [source]);
  useEffect(() => surface.current?.mark(mark), [mark]);
  const choose = useEffectEvent((at: Millis) => onChoose?.(at));
  useEffect(() => {
    if (status.chosenAt !== null) choose(status.chosenAt);
  }, [status.chosenAt]);

  return (
    <div className="timeline" role="group" aria-label={`Timeline: ${title}`}>
      <div
        ref={host}
        className="timeline-scroll"
        role="application"
        aria-roledescription="timeline"
        aria-label={title}
        aria-describedby={help}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application is walked through with the keyboard
        tabIndex={0}
      />
      <p id={help} hidden>
        {keysInWords}
      </p>
      <div className="timeline-foot">
        <p className="timeline-status" aria-live={status.hovering ? 'off' : 'polite'} data-empty={status.words === ''}>
          {status.words === ''
            ? 'Point at a span, tap it, or move to it with the arrow keys to read what it is.'
            : status.words}
        </p>
        <div className="timeline-buttons" role="group" aria-label="Zoom">
          <ZoomButton label="Zoom out" off={!status.canZoomOut} onPress={() => surface.current?.zoom(2)}>
            −
          </ZoomButton>
          <ZoomButton label="Zoom in" off={!status.canZoomIn} onPress={() => surface.current?.zoom(1 / 2)}>
            +
          </ZoomButton>
          <ZoomButton off={!status.canZoomOut} onPress={() => surface.current?.reset()}>
            Show all
          </ZoomButton>
        </div>
      </div>
      <Legend seen={status.seen} />
      {status.lanes > status.lanesInSight ? (
        <p className="timeline-caption">{formatCount(status.lanes)} lanes; scroll up and down to see them all.</p>
      ) : null}
      {caption === undefined ? null : <p className="timeline-caption">{caption}</p>}
      <Transcript source={source} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly label?: string;
  readonly off: boolean;
  readonly children: ReactNode;
  onPress(): void;
}

/** Not `disabled` when it can do nothing: pressing it until then must not lose the focus. */
function ZoomButton({ label, off, children, onPress }: ZoomButtonProps) {
  return (
    <button type="button" className="button" aria-label={label} aria-disabled={off} onClick={off ? undefined : onPress}>
      {children}
    </button>
  );
}
