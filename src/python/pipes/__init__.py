"""Pipes, within a program and between its processes: where a program would block on one, its thread parks."""
