import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../src/python/scheduled', import.meta.url));
const python = process.env['PYTHON'] ?? 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;

/** Tells of each function in the files of a folder: its file and name, the names that it registers with `@keeps` (or null), its variables, and whether it waits for its turn. */
const lookAt = `
import ast, json, pathlib, sys

WAITING = {"point", "operation", "block"}

def codes_in(code):
    yield code
    for constant in code.co_consts:
        if hasattr(constant, "co_consts"):
            yield from codes_in(constant)

def registered(function):
    for one in function.decorator_list:
        if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "keeps":
            return [name.value for name in one.args]
    return None

def waits(function):
    inner = {node for one in ast.walk(function) if isinstance(one, ast.FunctionDef) and one is not function for node in ast.walk(one)}
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call) and node not in inner]
    return any((isinstance(one, ast.Attribute) and one.attr in WAITING and getattr(one.value, "id", "") == "scheduler") or
               (isinstance(one, ast.Name) and one.id in WAITING) for one in called)

found = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    source = path.read_text()
    codes = {(code.co_name, code.co_firstlineno): code for code in codes_in(compile(source, str(path), "exec"))}
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            first = min([function.lineno, *(one.lineno for one in function.decorator_list)])
            code = codes[function.name, first]
            variables = [*code.co_varnames, *code.co_cellvars, *code.co_freevars]
            found.append([f"{path.name}: {function.name}", registered(function), variables, waits(function)])
print(json.dumps(found))
`;

type Found = readonly [name: string, kept: readonly string[] | null, variables: readonly string[], waits: boolean];

describe.skipIf(!hasPython && !process.env['CI'])('functions of the scheduled mode that register variables', () => {
  const { stdout } = spawnSync(python, ['-c', lookAt, folder], { encoding: 'utf8' });
  const functions = (hasPython ? JSON.parse(stdout) : []) as readonly Found[];

  it('have these variables', () => {
    expect(functions.filter(([, kept]) => kept !== null).length).toBeGreaterThan(20);
    const wrong = functions.flatMap(([name, kept, variables]) =>
      (kept ?? []).filter((one) => !variables.includes(one)).map((one) => `${name} has no variable ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are all in which a thread can wait for its turn: put `@keeps(…)` before them', () => {
    expect(functions.filter(([, kept, , waits]) => waits && kept === null).map(([name]) => name)).toEqual([]);
  });
});
