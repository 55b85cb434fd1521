/** Fails the build where a union gains a member that a `switch` does not handle, and throws if one arrives at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
