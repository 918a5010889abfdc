import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { FORMAT_VERSION } from './manifest.ts';

// The comment of the ZIP file is the last thing in it. It says what the file is, and the SHA-256 of every byte before
// the digits: one look at the end tells a file that was cut off, one pass tells any other damage.

const DIGITS = 64;

const comment = (digits: string) => `obelus-backup ${FORMAT_VERSION} sha256:${digits}`;

/** What stands at the end until the digits are known. */
export const OPEN_MARK = comment('0'.repeat(DIGITS));

/** Bytes at the end of a file in which the mark is found. */
export const MARK_BYTES = 200;

/** Bytes at the end of a file that the digits do not speak of. */
export const DIGITS_BYTES = DIGITS;

/** Reads the mark off the last bytes of a file; null when there is none. */
export function readMark(end: Buffer): { version: number; sha256: string } | null {
  const found = /obelus-backup (\d{1,6}) sha256:([0-9a-f]{64})$/.exec(end.toString('latin1'));
  return found ? { version: Number(found[1]), sha256: found[2] as string } : null;
}

/** Passes a file on, and puts the digits in the place of the zeros at its end. */
export class ClosingMark extends Transform {
  private readonly hash = createHash('sha256');
  private held = Buffer.alloc(0);

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
    const all = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    const cut = Math.max(0, all.length - DIGITS);
    // A copy: the rest of the chunk need not be kept for it.
    this.held = Buffer.from(all.subarray(cut));
    const certain = all.subarray(0, cut);
    this.hash.update(certain);
    if (certain.length > 0) this.push(certain);
    done();
  }

  override _flush(done: TransformCallback) {
    done(null, this.hash.digest('hex'));
  }
}
