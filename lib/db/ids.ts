import { randomUUID } from 'node:crypto';

let lastTime = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562) for a moment: ids are in the order of their times. Those that this process makes for one
 * millisecond are in the order in which they were made (a counter of 12 bits stands behind the time).
 */
export function idAt(time: Date): string {
  const now = time.getTime();
  // Node draws random bytes for many of these at once; of its own, an id would wait for a system call.
  const random = randomUUID();
  // Begins in the lower half, so that there is room above.
  counter = now === lastTime ? counter + 1 : Number.parseInt(random.slice(0, 3), 16) & 0x7ff;
  lastTime = now;
  const stamp = now.toString(16).padStart(12, '0');
  const order = (counter & 0xfff).toString(16).padStart(3, '0');
  // The last two groups: the variant's bits and 62 random ones.
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${order}-${random.slice(19)}`;
}

/** The 16 bytes of a UUID. */
export function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
