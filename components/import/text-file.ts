import { decodeText } from '#lib/fetch/charset.ts';
import { FILE_MAX_BYTES, kindOfFile } from '#lib/importers/file/file-kinds.ts';

/** What a pasted or dropped text is read as; the names are the fields of `POST /api/articles`. */
export const FORMS = ['text', 'markdown', 'html'] as const;
export type Form = (typeof FORMS)[number];

/** Why a file was not taken. */
export type Refusal = 'kind' | 'too-large' | 'too-large-file' | 'binary-text' | 'empty-text' | 'unreadable';

/** A file that is no text: the server reads it. */
export interface DocumentFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Base64. */
  content: string;
}

/** A NUL, or more than one control character in two hundred, does not occur in texts. */
function looksBinary(text: string): boolean {
  if (text.includes('\0') || text.startsWith('%PDF-')) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32) || (code > 126 && code < 160) || code === 0xfffd) controls += 1;
  }
  return controls * 200 > text.length;
}

/** Parts of a file that go into one string of characters: longer lists of arguments are refused. */
const PART = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PART)
    binary += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(binary);
}

/**
 * Reads a chosen or dropped file in the browser, without sending it anywhere: a text as what it says, a Word file or a
 * PDF as its bytes. `max` in UTF-16 units.
 */
export async function readChosenFile(
  file: File,
  max: number,
): Promise<{ form: Form; text: string } | { document: DocumentFile } | { refused: Refusal }> {
  const kind = kindOfFile(file.name, file.type);
  if (!kind) return { refused: 'kind' };
  if (file.size > FILE_MAX_BYTES) return { refused: 'too-large-file' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // It was moved or changed between choosing and reading.
    return { refused: 'unreadable' };
  }
  if (kind === 'docx' || kind === 'pdf') {
    if (bytes.length === 0) return { refused: 'empty-text' };
    return { document: { name: file.name, size: file.size, content: base64(bytes) } };
  }
  const { text } = decodeText(bytes, null, kind === 'html' ? 'text/html' : 'text/plain');
  if (looksBinary(text)) return { refused: 'binary-text' };
  if (text.trim() === '') return { refused: 'empty-text' };
  return text.length > max ? { refused: 'too-large' } : { form: kind, text };
}
