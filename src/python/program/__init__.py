"""One run of a program, from the start of Python to the program's outcome."""
