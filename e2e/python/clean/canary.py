"""Looks at as much of the interpreter as can be seen, and prints a digest of each part: after any other program it prints what it prints in a new interpreter."""

import asyncio, codecs, collections, collections.abc, contextvars, copyreg, csv, decimal, encodings.aliases, faulthandler, functools, gc, json, locale, logging, multiprocessing
import os, random, re, signal, statistics, stat, sys, threading, time, types, typing, warnings, weakref, xml.etree.ElementTree, zlib

PLAIN = (int, str, bytes, bool, float, complex, type(None))
DETAIL = False
keep = dict(sys.modules)


def look(value, depth=0):
    """What a value is, without what says nothing: addresses, and the kernel's own clocks and counts."""
    kind = type(value)
    if kind in PLAIN:
        return repr(value)
    if kind is types.FunctionType:
        code = value.__code__
        return f"function {zlib.crc32(code.co_code)} {code.co_names} {look(value.__defaults__, 1)} {look(value.__kwdefaults__, 1)} {sorted(vars(value))}"
    if kind in (staticmethod, classmethod):
        return f"{kind.__name__} {look(value.__func__)}"
    if kind is property:
        return f"property {look(value.fget)} {look(value.fset)}"
    if isinstance(value, type) and depth < 2:
        return f"class {value.__module__}.{value.__qualname__} {[(name, look(thing, depth + 1)) for name, thing in sorted(vars(value).items(), key=lambda item: str(item[0])) if not name.startswith('_abc_') and name not in ('__dict__', '__weakref__', '__static_attributes__', '__classdictcell__')]}"
    if kind in (tuple, list) and depth < 2:
        return f"{kind.__name__} {[look(thing, depth + 1) for thing in list(value)[:50]]} {len(value)}"
    if kind in (dict, set, frozenset, collections.deque):
        return f"{kind.__name__} of {len(value)}"
    return f"{kind.__module__}.{kind.__qualname__}"


def modules():
    for name, module in sorted(keep.items()):
        ours = name.startswith("timeslice")
        if name == "__main__" or name == "__mp_main__" or module is None:
            continue
        yield f"{name} {type(module).__name__}"
        for key, value in sorted(vars(module).items(), key=lambda item: str(item[0])):
            if key in ("__builtins__", "__cached__", "__warningregistry__") or ours and not isinstance(value, (types.FunctionType, type)) or (name, key) == ("random", "_inst"):
                continue
            yield f"{name}.{key} {look(value)}"


def settings():
    yield from (f"{name} {look(getattr(sys, name)())}" for name in ("getrecursionlimit", "getswitchinterval", "get_int_max_str_digits", "gettrace", "getprofile", "get_asyncgen_hooks", "getdefaultencoding", "getfilesystemencoding"))
    yield f"{[name for name in ('last_exc', 'last_value', 'last_type', 'tracebacklimit', 'ps1') if hasattr(sys, name)]} {sys.path} {len(sys.argv)} {[type(finder).__name__ + getattr(finder, '__name__', '') for finder in sys.meta_path]} {len(sys.path_hooks)} {sorted(sys.path_importer_cache)}"
    yield f"{sys.excepthook.__name__} {sys.unraisablehook.__name__} {sys.displayhook.__name__} {threading.excepthook.__name__} {threading.gettrace()} {threading.getprofile()}"
    yield f"{[sys.monitoring.get_tool(tool) for tool in range(6)]} {sys.flags} {sys.warnoptions} {sys.exc_info()}"
    yield f"{gc.isenabled()} {gc.get_threshold()} {gc.get_debug()} {gc.get_freeze_count()} {len(gc.garbage)} {len(gc.callbacks)}"
    yield f"{locale.setlocale(locale.LC_ALL)} {decimal.getcontext()} {decimal.DefaultContext} {len(contextvars.copy_context())} {time.tzname} {faulthandler.is_enabled()} {threading.stack_size()}"
    yield f"{[(int(number), getattr(handler, '__name__', handler)) for number in sorted(signal.valid_signals()) for handler in [signal.getsignal(number)]]}"
    yield f"{type(sys.stdin).__name__} {type(sys.stdout).__name__} {type(sys.stderr).__name__} {sys.stdin is sys.__stdin__} {sys.stdout is sys.__stdout__} {sorted(vars(sys.stdout))}"


def files():
    yield f"{os.getcwd()} {sorted(os.environ.items())}"
    mask = os.umask(0)
    os.umask(mask)
    yield f"{mask}"
    for number in range(64):
        try:
            yield f"{number} {os.fstat(number).st_mode}"
        except OSError:
            pass
    for folder, folders, names in os.walk("/"):
        folders[:] = sorted(name for name in folders if os.path.join(folder, name) not in ("/proc", "/dev"))
        for name in ["."] + sorted(names):
            path = os.path.join(folder, name)
            found = os.lstat(path)
            regular = stat.S_ISREG(found.st_mode)
            yield f"{path} {found.st_mode} {found.st_size if regular else ''} {zlib.crc32(open(path, 'rb').read()) if regular else ''}"


def alive():
    yield f"{[(thread.name, thread.daemon) for thread in threading.enumerate()]} {threading.Thread().name} {len(threading._active)} {len(threading._limbo)} {len(weakref.finalize._registry)}"
    process = multiprocessing.current_process()
    yield f"{process.name} {process.daemon} {multiprocessing.active_children()} {multiprocessing.parent_process()} {multiprocessing.get_start_method(allow_none=True)} {multiprocessing.Process().name}"
    yield f"{asyncio._get_running_loop()} {len(asyncio.tasks._scheduled_tasks)} {asyncio.tasks._task_name_counter}"
    yield f"{sorted(collections.Counter(type(thing).__qualname__ for thing in gc.get_objects() if type(thing).__name__ in ('generator', 'coroutine', 'async_generator', 'Thread', 'Task', 'Future', 'lock', 'RLock', 'frame', 'traceback', 'socket', 'TextIOWrapper', 'JsProxy')).items())}"


def registries():
    yield f"{logging.root.level} {logging.root.handlers} {logging.root.manager.disable} {sorted(logging.root.manager.loggerDict)} {logging._nameToLevel} {logging.getLoggerClass().__name__} {logging.lastResort.level} {len(logging._handlerList)}"
    yield f"{warnings.filters} {csv.list_dialects()} {csv.field_size_limit()} {len(copyreg.dispatch_table)} {sorted(xml.etree.ElementTree._namespace_map.items())}"
    yield f"{len(encodings.aliases.aliases)} {sorted(encodings._cache)} {['ü'.encode('ascii', how) for how in ('replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace')]} {len(typing._overload_registry)}"
    yield f"{[[cls.__name__ for cls in vars(collections.abc).values() if isinstance(cls, type) and isinstance(thing, cls)] for thing in (1, '', [], {}, set(), (), None)]}"
    yield f"{sorted((cls.__module__, cls.__qualname__) for cls in object.__subclasses__())} {sorted(cls.__qualname__ for cls in Exception.__subclasses__())}"
    yield f"{[(cls.__name__, sorted(vars(cls))) for cls in (int, str, list, dict, tuple, set, bytes, float, type, object, BaseException)]} {[number for number in range(-5, 257) if str(number) != str(int(str(number)))]} {256 + 1 - 1 is 2 ** 8}"
    yield f"{json.dumps([1, {'a': None}])} {random.Random(1).random()} {statistics.mean([1, 2])} {re.sub('a', 'b', 'aa')} {functools.lru_cache.__name__} {codecs.lookup('utf-8').name}"


for part in (modules, settings, files, alive, registries):
    lines = list(part())
    print(part.__name__, len(lines), zlib.crc32("\n".join(lines).encode()))
    if DETAIL:
        print("\n".join(lines))
