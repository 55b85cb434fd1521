import { useId, type ReactNode, type SVGProps } from 'react';
import './diagram.css';

/** What a path needs to end in an arrow. */
export type Arrow = Pick<SVGProps<SVGPathElement>, 'markerEnd'>;

interface DiagramProps {
  readonly className?: string;
  /** In units of its drawing, of which a text of the diagram is 12.5 high. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly children: (arrow: Arrow) => ReactNode;
}

/** A drawing of a lesson: boxes, words, and arrows between them. */
export function Diagram({ className, width, height, label, children }: DiagramProps) {
  const head = useId();
  return (
    <figure className={className === undefined ? 'diagram' : `diagram ${className}`}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="head" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {children({ markerEnd: `url(#${head})` })}
      </svg>
    </figure>
  );
}

interface StateBoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly state: string;
  readonly words: string;
}

/** The height of a `StateBox`, in units of the drawing. */
const boxHeight = 46;

/** A state of something, with what it means. */
export function StateBox({ x, y, width, state, words }: StateBoxProps) {
  return (
    <g>
      <rect className="state" x={x} y={y} width={width} height={boxHeight} rx="5" />
      <text className="name" x={x + width / 2} y={y + 16}>
        {state}
      </text>
      <text x={x + width / 2} y={y + 33}>
        {words}
      </text>
    </g>
  );
}
