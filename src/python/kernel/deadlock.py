"""What there is to say when nobody can ever run again."""

from . import kernel

MOST_SENTENCES = 12
"""How many threads are told of one by one."""


def in_words() -> str:
    """Which thread waits for which, a sentence for each."""
    sentences = [f"{strand.name} waits {_reason(strand)}." for strand in list(kernel.strands.values())[:MOST_SENTENCES]]
    more = len(kernel.strands) - len(sentences)
    if more > 0:
        sentences.append(f"So do {more:,} more threads." if more > 1 else "So does one more thread.")
    return " ".join(sentences)


def _reason(strand):
    on = strand.blocked_on
    return "for something that nobody will do" if on is None else on.describe(strand)
