import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const secretFile = (data: string) => path.join(data, 'secret');

/** The secret that lies in a data folder; null when there is none. Makes nothing. */
export function readSecret(data: string): string | null {
  try {
    return readFileSync(secretFile(data), 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Puts a secret into a data folder, closed to others. Another one that lies there is moved aside; returns where to,
 * or null.
 */
export function putSecret(data: string, secret: string): string | null {
  const file = secretFile(data);
  const present = readSecret(data);
  if (present === secret) return null;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const mark = `${process.pid}.${randomBytes(4).toString('hex')}`;
  const draft = `${file}.${mark}`;
  writeFileSync(draft, secret, { mode: 0o600 });
  const aside = present === null ? null : `${file}.before-restore.${mark}`;
  if (aside) renameSync(file, aside);
  renameSync(draft, file);
  return aside;
}
