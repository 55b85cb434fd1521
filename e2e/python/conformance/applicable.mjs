/**
 * What of CPython's tests means nothing in a page: one reason each.
 * @typedef {{ readonly pattern: RegExp, readonly reason: string }} Rule
 */

const sockets = 'needs sockets';
const fork = 'needs fork';
const inside = 'tests the inside of what a page does otherwise';
const crashes = 'looks for a crash in CPython’s C code that 3.14.2, which the page has, still has';
const newer = 'tests a change in C that was made after 3.14.2, which the page has';

/** Whole modules that are not even loaded, with the version before their name. @type {readonly Rule[]} */
export const modules = [
  {
    pattern: /^3\.11 test\.test_asyncio/,
    reason: 'tests the inside of another asyncio; those of 3.14 are run instead',
  },
  {
    pattern: /test_asyncio\.test_(?:buffered_proto|selector_events|sendfile|server|sock_lowlevel|transports_ssl)$/,
    reason: sockets,
  },
  { pattern: /test_asyncio\.test_(?:ssl|sslproto)$/, reason: 'needs TLS' },
  { pattern: /test_asyncio\.test_(?:proactor_events|windows_events|windows_utils)$/, reason: 'is for Windows' },
  { pattern: /test_asyncio\.test_subprocess$/, reason: 'needs subprocesses' },
  { pattern: /test_asyncio\.test_tools$/, reason: 'looks into other processes' },
  { pattern: /test_concurrent_futures\.test_interpreter_pool$/, reason: 'needs subinterpreters' },
];

/** Single tests, by name; they are not run. @type {readonly Rule[]} */
export const tests = [
  { pattern: /ProcessPoolFork/, reason: fork },
  { pattern: /Subinterp|InterpreterPoolFailingInitializer/, reason: 'needs subinterpreters' },
  {
    pattern:
      /TestResourceTracker\.|ResourceTrackerTests|FailingInitializerResourcesTest|TestHeap\.|SelectorEventLoopSignalTests|test_internal_fds$/,
    reason: inside,
  },
  {
    pattern:
      /test_get_context_uninitialized_segfault|\.CIntrospectionTests\.test_register_task_resurrection$|test_futureiter_send_after_\w+_no_crash/,
    reason: crashes,
  },
  { pattern: /test_threading_local_clear_race|test_frame_tstate_tracing/, reason: 'starts a thread in C' },
  {
    pattern:
      /ContextTest\.test_reset_with_reentrant_finalizer$|HamtTest\.test_hamt_gc_3$|\.CTask\w*\.test_eager_start_true_no_loop$/,
    reason: newer,
  },
];

/** Single tests, by name; they are run, because some of them pass. @type {readonly Rule[]} */
export const failing = [
  {
    pattern:
      /SockSendfile|test_create_connection|test_create_datagram|test_create_server|test_accept_connection|test_set_nodelay|_fds_after_closing/,
    reason: sockets,
  },
  { pattern: /test_create_unix_server|StreamTests\.test_drain_raises$/, reason: sockets },
  {
    pattern: /TestSubclassingProcess\.test_(?:stderr_flush|sys_exit)$|TestAtExit\.|test_child_sys_path$/,
    reason: 'needs files that processes have in common',
  },
  { pattern: /_TestImportStar\./, reason: 'looks for the library’s files in a folder' },
  { pattern: /TestStartMethod\.test_get_all(?:_start_methods)?$/, reason: fork },
];

/** Tests that fail with these words. @type {readonly Rule[]} */
export const errors = [
  { pattern: /there are no sockets in a browser|has no attribute '(?:SO_REUSEADDR|mkfifo)'/, reason: sockets },
  { pattern: /no operating system here that could fork/, reason: fork },
  {
    pattern: /there are no (?:terminals in a page|named pipes in the page)/,
    reason: 'needs a terminal or a named pipe',
  },
  {
    pattern: /a process cannot signal the one in which the program began/,
    reason: 'needs signals to the process in which the program began',
  },
  { pattern: /a page cannot start other programs|_posixsubprocess\.fork_exec/, reason: 'needs subprocesses' },
];

/** Tests that skip themselves, by what they say. @type {readonly Rule[]} */
export const skips = [
  { pattern: /socket|IPv6|sendfile/, reason: sockets },
  { pattern: /ssl|TLS/, reason: 'needs TLS' },
  { pattern: /fork/, reason: fork },
  { pattern: /subprocess/, reason: 'needs subprocesses' },
  { pattern: /subinterpreters/, reason: 'needs subinterpreters' },
  { pattern: /[Ww]indows|Win32|macOS|BSD|kqueue|epoll/, reason: 'is for another system' },
  {
    pattern: /can_send_signal|pthread_kill|pthread_sigmask|SIGALRM|setitimer/,
    reason: 'needs signals between threads',
  },
  { pattern: /No module named 'resource'|gdb/, reason: 'needs an operating system’s limits' },
];

/** @param {readonly Rule[]} rules @param {string} text @returns {string | null} */
export function reasonAmong(rules, text) {
  return rules.find(({ pattern }) => pattern.test(text))?.reason ?? null;
}
