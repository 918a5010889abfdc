import { randomBytes } from 'node:crypto';

let lastTime = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562) for a moment: ids are in the order of their times. Those that this process makes for one
 * millisecond are in the order in which they were made (a counter of 12 bits stands behind the time).
 */
export function idAt(time: Date): string {
  const now = time.getTime();
  const bytes = randomBytes(16);
  // Begins in the lower half, so that there is room above.
  counter = now === lastTime ? counter + 1 : bytes.readUInt16BE(6) & 0x7ff;
  lastTime = now;
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | (counter & 0xfff), 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The 16 bytes of a UUID. */
export function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
