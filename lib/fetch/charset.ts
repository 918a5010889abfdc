/** How far a declaration may stand into the page (the HTML standard asks for 1,024 bytes; real pages exceed it). */
const DECLARATION_BYTES = 4096;

/**
 * The text of a page and the encoding that it was read in, found in the order of the Encoding and HTML standards:
 * byte order mark, Content-Type header, declaration in the page; without any, UTF-8 if it is that, else windows-1252.
 * Never throws: bytes that mean nothing become U+FFFD. O(bytes).
 *
 * @param declared the charset of the Content-Type header
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null,
  contentType: string,
): { text: string; charset: string } {
  const named = byteOrderMark(bytes) ?? knownCharset(declared) ?? inPage(bytes, contentType);
  if (named) return { text: new TextDecoder(named).decode(bytes), charset: named };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' };
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return null;
}

/** The standard's name of an encoding label, or null for labels that nobody knows. */
function knownCharset(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

const XML_DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']?([\w.:-]+)/i;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/gi;

function inPage(bytes: Uint8Array, contentType: string): string | null {
  if (!/html|xml/.test(contentType)) return null;
  // Declarations are ASCII: any encoding that holds it will do. The import page runs this in the browser.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  const visible = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const labels = [
    XML_DECLARATION.exec(head)?.[1],
    ...Array.from(visible.matchAll(META), ([, label]) => label),
  ];
  for (const label of labels) {
    const charset = knownCharset(label);
    // Who could read the declaration as ASCII was not reading UTF-16.
    if (charset) return charset.startsWith('utf-16') ? 'utf-8' : charset;
  }
  return null;
}
