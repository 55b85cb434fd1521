import { Diagram } from '../Diagram';
import './round.css';

/** How what an event loop has to do goes round in it. */
export function Round() {
  return (
    <Diagram
      className="loop-round"
      width={344}
      height={196}
      label="The first of the ready queue has its turn. A turn ends in one of three ways: the task waits for a time among the timers, or for something else, or stands at the end of the ready queue once more. Timers that are due join the end of the ready queue."
    >
      {(arrow) => (
        <>
          <text className="name" x="92" y="16">
            ready queue
          </text>
          {[14, 54, 94, 134].map((x) => (
            <rect key={x} className="ready" x={x} y="24" width="34" height="26" rx="3" />
          ))}
          <text className="name" x="280" y="16">
            running
          </text>
          <rect className="running" x="252" y="24" width="56" height="26" rx="3" />
          <path d="M170 37H250" {...arrow} />
          <text x="210" y="31">
            next
          </text>
          <path d="M280 50V76H4V37H12" {...arrow} />
          <text x="172" y="71">
            sleep(0): the end of the line
          </text>
          <text className="name" x="74" y="132">
            timers
          </text>
          <rect className="waiting" x="14" y="140" width="120" height="26" rx="3" />
          <text className="name" x="276" y="132">
            others that wait
          </text>
          <rect className="waiting" x="212" y="140" width="128" height="26" rx="3" />
          <path d="M296 50V104H331V138" {...arrow} />
          <path d="M296 104H110V138" {...arrow} />
          <text x="203" y="99">
            an await that waits
          </text>
          <path d="M34 140V52" {...arrow} />
          <text className="from" x="40" y="100">
            due
          </text>
          <text x="172" y="186">
            What others wait for puts them at the end of the line, too.
          </text>
        </>
      )}
    </Diagram>
  );
}
