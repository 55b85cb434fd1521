"""The scheduled mode: runs of a program whose every switch is chosen."""
