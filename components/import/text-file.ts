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

/**
 * The text in some bytes: by the byte order mark, as UTF-8 where they are that, by the charset that an HTML page
 * declares of itself, else as windows-1252. Null when they are not text. O(length).
 */
export function decodeText(bytes: Uint8Array, form: Form): string | null {
  const decoded = decodeByMark(bytes) ?? decodeUtf8(bytes, form) ?? decodeDeclared(bytes, form) ?? decodeAs('windows-1252', bytes);
  return decoded === null || looksBinary(decoded) ? null : decoded;
}

function decodeAs(label: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeByMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs('utf-8', bytes);
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes);
  return null;
}

function decodeUtf8(bytes: Uint8Array, form: Form): string | null {
  const decoded = decodeAs('utf-8', bytes, true);
  // Bytes that are all ASCII are valid UTF-8 and may still be an escaped encoding (ISO-2022-JP) that the page names.
  const plain = decoded !== null && decoded.length === bytes.length;
  return plain && declaredCharset(bytes, form) ? null : decoded;
}

function decodeDeclared(bytes: Uint8Array, form: Form): string | null {
  const label = declaredCharset(bytes, form);
  return label ? decodeAs(label, bytes) : null;
}

function declaredCharset(bytes: Uint8Array, form: Form): string | undefined {
  if (form !== 'html') return undefined;
  const head = decodeAs('windows-1252', bytes.subarray(0, 2048)) ?? '';
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
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
export async function readTextFile(file: File, max: number): Promise<{ form: Form; text: string } | { refused: Refusal }> {
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
  const text = decodeText(bytes, form);
  if (text === null) return { refused: 'binary-text' };
  if (text.trim() === '') return { refused: 'empty-text' };
  return text.length > max ? { refused: 'too-large' } : { form, text };
}
