import { Diagram } from '../Diagram';
import { medianWait } from './waits';
import './waitCurve.css';

/** The part of the drawing that has the curve. */
const area = { left: 44, top: 14, width: 280, height: 150 };
/** The loads that the experiment has, in per cent. */
const loads = [50, 80, 95, 99];
/** What a task of the experiment takes, on average. */
const taskMs = 10;
const mostMs = 700;

const x = (percent: number): number => area.left + (percent / 100) * area.width;
const y = (ms: number): number => area.top + area.height * (1 - ms / mostMs);
const waitMs = (percent: number): number => taskMs * medianWait(percent / 100);
const percents = Array.from({ length: 100 }, (_, percent) => percent);

/** How long half of the tasks wait at least, by load. */
export function WaitCurve() {
  return (
    <Diagram
      className="wait-curve"
      width={344}
      height={206}
      label="How long half of the tasks of 10 ms wait at least: nothing up to a load of 50 %, 24 ms at 80 %, 128 ms at 95 %, 683 ms at 99 %. The curve is flat for most of its way, and then rises almost straight up."
    >
      {() => (
        <>
          <path className="axis" d={`M${x(0)} ${area.top}V${y(0)}H${x(100)}`} />
          {[0, 350, 700].map((ms) => (
            <text key={ms} className="tick" x={area.left - 6} y={y(ms)}>
              {ms}
            </text>
          ))}
          {[0, 50, 80, 100].map((percent) => (
            <text key={percent} x={x(percent)} y={y(0) + 13}>
              {percent} %
            </text>
          ))}
          <text className="title" x={area.left + 6} y={area.top}>
            ms, for tasks of 10 ms
          </text>
          <text x={x(50)} y={y(0) + 32}>
            the worker is busy
          </text>
          <path
            className="curve"
            d={`M${percents.map((percent) => `${x(percent)} ${y(waitMs(percent))}`).join('L')}`}
          />
          {loads.map((percent) => (
            <g key={percent}>
              <circle cx={x(percent)} cy={y(waitMs(percent))} r="4" />
              <text className="value" x={x(percent) - 9} y={y(waitMs(percent)) - 9}>
                {Math.round(waitMs(percent))}
              </text>
            </g>
          ))}
        </>
      )}
    </Diagram>
  );
}
