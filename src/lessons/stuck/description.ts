export const description =
  'How a program comes to a stop without an error: threads that give way to each other forever, pools and queues that wait for themselves, a lock that always goes to another; and how to find out from a terminal.';
