import threeTools from './three_tools.py?program';
import workingOrWaiting from './working_or_waiting.py?program';

export const programs = { workingOrWaiting, threeTools };
