import atExit from './at_exit.py?program';
import atexitTooLate from './atexit_too_late.py?program';
import ctrlCPolitely from './ctrl_c_politely.py?program';
import cutOff from './cut_off.py?program';
import queueShutdown from './queue_shutdown.py?program';
import stopByEvent from './stop_by_event.py?program';
import stopByFlag from './stop_by_flag.py?program';
import stopBySentinel from './stop_by_sentinel.py?program';
import tenSleepers from './ten_sleepers.py?program';
import tenSleepersDropped from './ten_sleepers_dropped.py?program';

export const programs = {
  atExit,
  atexitTooLate,
  ctrlCPolitely,
  cutOff,
  queueShutdown,
  stopByEvent,
  stopByFlag,
  stopBySentinel,
  tenSleepers,
  tenSleepersDropped,
};
