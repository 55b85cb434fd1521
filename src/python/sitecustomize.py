"""Run by Python's own `site` before anything else is imported: puts the kernel under the standard library."""

from timeslice.threads import install  # pyright: ignore[reportMissingImports]

install.install()
