import { fnv1a } from '../core/base/fnv1a';

/** A checksum of a text as eight hexadecimal digits. */
export function digestOf(text: string): string {
  return fnv1a(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}
