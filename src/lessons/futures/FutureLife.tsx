import { Diagram, StateBox } from '../Diagram';
import './futureLife.css';

/** The states of a future, and what leads from one to the next. */
export function FutureLife() {
  return (
    <Diagram
      className="future-life"
      width={344}
      height={214}
      label="Pending becomes cancelled by cancel(), or running when a thread takes it; running becomes finished when its task ends. Then done() is True: result() is woken first, then the callbacks run."
    >
      {(arrow) => (
        <>
          <rect className="done" x="1" y="104" width="342" height="108" rx="8" />
          <StateBox x={10} y={4} width={150} state="pending" words="waits for a thread" />
          <StateBox x={184} y={4} width={150} state="running" words="a thread has taken it" />
          <StateBox x={10} y={114} width={150} state="cancelled" words="will never begin" />
          <StateBox x={184} y={114} width={150} state="finished" words="has returned or raised" />
          <path d="M160 27H182" {...arrow} />
          <path d="M85 50V112" {...arrow} />
          <path d="M259 50V112" {...arrow} />
          <text className="cause code" x="93" y="77">
            cancel()
          </text>
          <text className="cause" x="267" y="77">
            its task ends
          </text>
          <text x="172" y="177">
            done() is True: result() is woken first,
          </text>
          <text x="172" y="195">
            then the callbacks run, one after another
          </text>
        </>
      )}
    </Diagram>
  );
}
