import { Diagram } from '../Diagram';
import './bridges.css';

/** The ways between an event loop, threads and processes. */
export function Bridges() {
  return (
    <Diagram
      className="bridges"
      width={344}
      height={216}
      label="From the event loop, run_in_executor leads to processes, and to_thread and run_in_executor lead to threads. From threads, call_soon_threadsafe and run_coroutine_threadsafe lead into the event loop."
    >
      {(arrow) => (
        <>
          {(
            [
              ['processes', 10],
              ['the event loop, in one thread', 84],
              ['threads', 176],
            ] as const
          ).map(([words, y]) => (
            <g key={words}>
              <rect x="4" y={y} width="336" height="30" rx="5" />
              <text x="172" y={y + 15}>
                {words}
              </text>
            </g>
          ))}
          <path d="M16 84V42" {...arrow} />
          <text className="code" x="26" y="62">
            run_in_executor
          </text>
          <path d="M16 114V174" {...arrow} />
          <text className="code" x="26" y="135">
            to_thread
          </text>
          <text className="code" x="26" y="153">
            run_in_executor
          </text>
          <path d="M160 176V116" {...arrow} />
          <text className="code" x="170" y="135">
            call_soon_threadsafe
          </text>
          <text className="code" x="170" y="153">
            run_coroutine_threadsafe
          </text>
        </>
      )}
    </Diagram>
  );
}
