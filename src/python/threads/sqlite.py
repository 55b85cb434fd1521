"""`sqlite3`: a connection belongs to the thread that made it. Its C code asks which thread runs, and would always be told the same one."""

from ..kernel import kernel

CHECKED = """
    commit rollback close create_function create_aggregate create_window_function create_collation set_authorizer
    set_progress_handler set_trace_callback backup iterdump blobopen serialize deserialize enable_load_extension load_extension setlimit getlimit setconfig
    getconfig __call__ __exit__
"""
CHECKED_OF_CURSOR = "execute executemany executescript fetchone fetchmany fetchall close __next__"
CHECK_SAME_THREAD, FACTORY = 4, 5
"""Which arguments of a connection these are."""


def change(module) -> None:
    """Called when `sqlite3.dbapi2` has been loaded."""
    real_connection, real_cursor = module.Connection, module.Cursor

    def check(connection):
        owner = getattr(connection, "_owner", 0)
        if owner not in (0, kernel.current.id):
            raise module.ProgrammingError(
                "SQLite objects created in a thread can only be used in that same thread. "
                f"The object was created in thread id {owner} and this is thread id {kernel.current.id}."
            )

    def of_connection(method):
        def checked(self, *args, **kwargs):
            check(self)
            return method(self, *args, **kwargs)

        return checked

    def of_cursor(method):
        def checked(self, *args, **kwargs):
            check(getattr(self, "connection", None))
            return method(self, *args, **kwargs)

        return checked

    def __init__(self, *args, **kwargs):
        same = kwargs.get("check_same_thread", args[CHECK_SAME_THREAD] if len(args) > CHECK_SAME_THREAD else True)
        self._owner = kernel.current.id if same else 0
        real_connection.__init__(self, *args, **kwargs)

    def cursor(self, factory=None):
        check(self)
        return real_connection.cursor(self, Cursor if factory is None else factory)

    def shortcut(name):
        # C would make a cursor of its own class.
        return lambda self, *args: getattr(cursor(self), name)(*args)

    def connect(*args, factory=None, **kwargs):
        if len(args) > FACTORY:
            factory = args[FACTORY]
        return (Connection if factory is None else factory)(*args, **kwargs)

    shortcuts = {name: shortcut(name) for name in ("execute", "executemany", "executescript")}
    Cursor = _derived(real_cursor, (), CHECKED_OF_CURSOR, of_cursor)
    Connection = _derived(
        real_connection, ("_owner",), CHECKED, of_connection, __init__=__init__, cursor=cursor, **shortcuts
    )
    connect.__doc__ = module.connect.__doc__
    connect.__module__ = "_sqlite3"
    module.Cursor, module.Connection, module.connect = Cursor, Connection, connect
    # Compiled for one thread; but no thread of the page ever runs in the midst of a call of another.
    module.threadsafety = 3


def _derived(base, slots, checked, wrap, **own):
    """A class that goes by its base's name, with these methods in the place of the base's."""
    namespace = {"__slots__": slots, "__doc__": base.__doc__, "__module__": base.__module__}
    for name in checked.split():
        method = getattr(base, name, None)
        if method is not None:
            replaced = namespace[name] = wrap(method)
            replaced.__name__, replaced.__doc__ = name, method.__doc__
    return type(base.__name__, (base,), namespace | own)
