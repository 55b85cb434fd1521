import blamedLine from './blamed_line.py?program';
import namesInLog from './names_in_log.py?program';
import officeForced from './office_forced.py?program';
import officePasses from './office_passes.py?program';
import shopCups from './shop_cups.py?program';
import shopPots from './shop_pots.py?program';
import shopTea from './shop_tea.py?program';
import whatGrows from './what_grows.py?program';
import whoWaits from './who_waits.py?program';

export const programs = {
  blamedLine,
  namesInLog,
  officeForced,
  officePasses,
  shopCups,
  shopPots,
  shopTea,
  whatGrows,
  whoWaits,
};
