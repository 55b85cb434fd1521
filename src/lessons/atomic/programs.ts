import addToKey from './statements/add_to_key.py?program';
import addToName from './statements/add_to_name.py?program';
import addToProperty from './statements/add_to_property.py?program';
import appendItem from './statements/append_item.py?program';
import deleteIfThere from './statements/delete_if_there.py?program';
import keyOfYourOwn from './key_of_your_own.py?program';
import oneStepInstead from './one_step_instead.py?program';
import setKey from './statements/set_key.py?program';
import walkADict from './statements/walk_a_dict.py?program';
import walkAList from './statements/walk_a_list.py?program';
import whatItReads from './what_it_reads.py?program';

export const programs = {
  add_to_key: addToKey,
  add_to_name: addToName,
  add_to_property: addToProperty,
  append_item: appendItem,
  delete_if_there: deleteIfThere,
  key_of_your_own: keyOfYourOwn,
  one_step_instead: oneStepInstead,
  set_key: setKey,
  walk_a_dict: walkADict,
  walk_a_list: walkAList,
  what_it_reads: whatItReads,
};
