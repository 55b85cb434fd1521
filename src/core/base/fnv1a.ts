/** FNV-1a, 32 bits (Fowler, Noll and Vo 1991): tells a slip in copying, or that two texts differ, where nobody tries to deceive. At least 0, less than 2^32. */
export function fnv1a(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
