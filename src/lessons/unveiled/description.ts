export const description =
  'What is your program waiting for? CPU-bound and I/O-bound work, concurrency and parallelism, and Python’s three tools in one picture.';
