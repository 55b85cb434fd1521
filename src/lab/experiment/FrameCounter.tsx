import { useEffect, useRef } from 'react';

/** Counts the frames that the page draws: it stands still when the page does. */
export function FrameCounter() {
  const output = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frames = 0;
    let request = 0;
    const draw = (): void => {
      frames += 1;
      // Straight into the page: React has better things to do sixty times a second.
      if (output.current !== null) output.current.textContent = String(frames);
      request = requestAnimationFrame(draw);
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, []);
  return (
    <p className="hint numeric" data-frames>
      Frames that this page has drawn since you pressed Run: <span ref={output}>0</span>
    </p>
  );
}
