import { decodeText } from '#lib/fetch/charset.ts';

/** What a pasted or dropped text is read as; the names are the fields of `POST /api/articles`. */
export const FORMS = ['text', 'markdown', 'html'] as const;
export type Form = (typeof FORMS)[number];

/** Why a file was not taken. */
export type Refusal = 'kind' | 'too-large' | 'binary-text' | 'empty-text' | 'unreadable';

/** Bytes: what the longest text takes in the widest encoding in use. */
export const FILE_MAX_BYTES = 8 * 1024 * 1024;

const FORM_OF_ENDING: Record<string, Form> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
};
export const FILE_ENDINGS = Object.keys(FORM_OF_ENDING).map((ending) => `.${ending}`);

const FORM_OF_TYPE: Record<string, Form> = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
};

/** By the ending, else by the media type that the system gave; null for what is not a text of ours. */
export function formOfFile(name: string, type: string): Form | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending) return FORM_OF_ENDING[ending] ?? null;
  return FORM_OF_TYPE[type.split(';')[0]?.trim() ?? ''] ?? null;
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

/** Reads a chosen or dropped file in the browser, without sending it anywhere. `max` in UTF-16 units. */
export async function readTextFile(
  file: File,
  max: number,
): Promise<{ form: Form; text: string } | { refused: Refusal }> {
  const form = formOfFile(file.name, file.type);
  if (!form) return { refused: 'kind' };
  if (file.size > FILE_MAX_BYTES) return { refused: 'too-large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // It was moved or changed between choosing and reading.
    return { refused: 'unreadable' };
  }
  const { text } = decodeText(bytes, null, form === 'html' ? 'text/html' : 'text/plain');
  if (looksBinary(text)) return { refused: 'binary-text' };
  if (text.trim() === '') return { refused: 'empty-text' };
  return text.length > max ? { refused: 'too-large' } : { form, text };
}
