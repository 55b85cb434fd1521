"""Which steps does a statement take? The compiler tells."""

import dis

# Names of instructions in CPython 3.11 to 3.14, in our words.
WORDS = {
    "LOAD_NAME x": "read x",
    "STORE_NAME x": "write x",
    "LOAD_METHOD": "read attribute",
    "LOAD_ATTR": "read attribute",
    "STORE_ATTR": "write attribute",
    "BINARY_SUBSCR": "read item",
    "BINARY_OP []": "read item",
    "BINARY_OP +=": "add",
    "STORE_SUBSCR": "write item",
    "CONTAINS_OP": "look for key",
    "DELETE_SUBSCR": "delete item",
    "FOR_ITER": "next item",
    "CALL": "call",
}

STATEMENTS = [
    "d[k] = v",
    "x += 1",
    "d[k] += 1",
    "account.balance += 1",
    "if k in d: del d[k]",
    "for key in d: pass",
    "d.pop(k, None)",
]

for statement in STATEMENTS:
    steps = []
    for instruction in dis.get_instructions(statement):
        name = instruction.opname
        word = WORDS.get(f"{name} {instruction.argrepr}") or WORDS.get(name)
        if word is not None:
            steps.append(word)
    print(f"{statement:22} {', '.join(steps)}")
