import { decodeText } from '#lib/fetch/charset.ts';

/** What a chosen file is sent as; the names are the fields of the request. */
export type ThreadForm = 'export' | 'html' | 'text';

/** As large a file as the server takes, in bytes: what JSON adds to it must fit, too. */
const MAX_BYTES = 28_000_000;

export type ReadFile =
  | { form: ThreadForm; text: string; name: string }
  | { refused: 'fileTooLarge' | 'fileUnreadable' };

/** Reads an export or a saved page in the browser; what it is, its beginning tells. */
export async function readExportFile(file: File): Promise<ReadFile> {
  if (file.size > MAX_BYTES) return { refused: 'fileTooLarge' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { refused: 'fileUnreadable' };
  }
  const isXml = /\.xml$/i.test(file.name) || startsAsXml(bytes);
  const { text } = decodeText(bytes, null, isXml ? 'text/xml' : 'text/html');
  if (text.trim() === '' || text.includes('\0')) return { refused: 'fileUnreadable' };
  return { form: isXml ? 'export' : formOf(text), text, name: file.name };
}

const startsAsXml = (bytes: Uint8Array) =>
  /^\W{0,4}<\?xml/.test(new TextDecoder().decode(bytes.subarray(0, 40)));

/** A page, or a piece of one, begins with a tag; words do not. */
export function formOf(text: string): ThreadForm {
  const start = text.trimStart().slice(0, 2_000);
  if (/^<\?xml|^<(?:rss|disqus)\b/i.test(start)) return 'export';
  return /^<(?:!doctype|!--|[a-z])/i.test(start) ? 'html' : 'text';
}
