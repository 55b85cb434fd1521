import crowd from './crowd.py?program';
import lateBesideMany from './late_beside_many.py?program';
import lawAndMachine from './law_and_machine.py?program';
import line50 from './line_50.py?program';
import line80 from './line_80.py?program';
import line95 from './line_95.py?program';
import line99 from './line_99.py?program';
import oneMore from './one_more.py?program';
import realLine from './real_line.py?program';
import whoseCores from './whose_cores.py?program';

export const programs = {
  crowd,
  lateBesideMany,
  lawAndMachine,
  line50,
  line80,
  line95,
  line99,
  oneMore,
  realLine,
  whoseCores,
};
