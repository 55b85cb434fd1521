import { pagePython } from './pagePython';
import { PythonSchedules, type InterpreterSource } from './pythonSchedules';

const { warm } = pagePython;

/** The interpreters that are kept for programs' processes, and the programs' own while none runs, which a program that begins gets back at once. */
const shared: InterpreterSource = {
  takeIdle: (recall) => warm.takeIdle() ?? pagePython.lend(recall),
  take: (signal, onBoot) => warm.take(signal, onBoot),
  giveBack: (interpreter) => {
    if (!pagePython.takeBack(interpreter)) warm.giveBack(interpreter);
  },
  discard: (interpreter) => {
    interpreter.close();
    pagePython.takeBack(interpreter);
    warm.discard(interpreter);
  },
  close: () => warm.close(),
};

/** The page's one source of schedules: all steppers and searches share its interpreters. */
export const pageSchedules = new PythonSchedules(shared);
