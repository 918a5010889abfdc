import { decodeText } from '#lib/fetch/charset.ts';
import type { ImportSource } from '../import.ts';
import { type Bounds, readBounded } from './bounded-reader.ts';
import { FILE_MAX_BYTES, type FileRefusal, kindOfFile } from './file-kinds.ts';

export interface BroughtFile {
  /** Its ending says what it is. */
  name: string;
  /** The media type, where that is known. */
  type?: string;
  bytes: Uint8Array;
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** The container of Office files before 2007, in which newer ones lie when they have a password. */
function compoundFile(bytes: Uint8Array): FileRefusal | null {
  if (!startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return null;
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-word';
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 3, 4);

/**
 * Reads a file of one of the kinds in file-kinds.ts; text in the encoding that it is in. What it holds decides over its
 * ending where both are known. Answers with why, for what is not read.
 */
export async function readFile(
  { name, type, bytes }: BroughtFile,
  bounds?: Bounds,
): Promise<{ source: ImportSource } | { refused: FileRefusal }> {
  if (bytes.byteLength > FILE_MAX_BYTES) return { refused: 'too-large' };
  const locked = compoundFile(bytes);
  if (locked) return { refused: locked };
  const kind = isPdf(bytes) ? 'pdf' : kindOfFile(name, type);
  if (kind === null) return { refused: 'kind' };
  if (kind === 'docx' || kind === 'pdf') {
    if (kind === 'pdf' ? !isPdf(bytes) : !isZip(bytes)) return { refused: 'broken' };
    const answer = await readBounded({ kind, bytes }, bounds);
    return 'text' in answer ? { source: { file: answer.text } } : answer;
  }
  const { text } = decodeText(bytes, null, kind === 'html' ? 'text/html' : 'text/plain');
  if (kind === 'html') return { source: { html: text } };
  return { source: kind === 'markdown' ? { markdown: text } : { text } };
}
