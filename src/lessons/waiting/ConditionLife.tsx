import { Diagram, StateBox } from '../Diagram';

/** What a thread goes through at a condition, from its wait to its next look. */
export function ConditionLife() {
  return (
    <Diagram
      width={360}
      height={170}
      label="A thread that has the lock falls asleep by wait(), which lets go of the lock. By notify() of another thread it is woken, and wants the lock. Others may have the lock before it. When it has the lock again, it looks again."
    >
      {(arrow) => (
        <>
          <StateBox x={2} y={4} width={132} state="has the lock" words="looks at the table" />
          <StateBox x={226} y={4} width={132} state="asleep" words="without the lock" />
          <StateBox x={226} y={102} width={132} state="woken" words="wants the lock" />
          <path d="M134 27H224" {...arrow} />
          <path d="M292 50V100" {...arrow} />
          <path className="gap" d="M226 125H68V52" {...arrow} />
          <text className="code" x="179" y="15">
            wait()
          </text>
          <text className="code cause" x="300" y="75">
            notify()
          </text>
          <text x="147" y="113">
            when the lock is free
          </text>
          <text className="name" x="147" y="140">
            others may come first
          </text>
        </>
      )}
    </Diagram>
  );
}
