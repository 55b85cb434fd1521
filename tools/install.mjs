/** `node tools/install.mjs <package>…` installs Debian packages where this machine lets us, and says so where it does not: nothing fails for want of them. */
import { installWithApt, thisMachine } from './machine.mjs';

const packages = process.argv.slice(2);
if (!(await installWithApt(thisMachine, packages)))
  console.log(`${packages.join(', ')}: not installed, so what needs it is skipped.`);
