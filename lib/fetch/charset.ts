/** How far a declaration may stand into the page (the HTML standard asks for 1,024 bytes; real pages exceed it). */
const DECLARATION_BYTES = 4096;

/**
 * The text of a page and the encoding that it was read in, found in the order of the Encoding and HTML standards:
 * byte order mark, Content-Type header, declaration in the page; without any, UTF-8 if it is that, else what pages in
 * the language that the page declares were written in, else windows-1252. A declaration that the bytes contradict is
 * not believed: UTF-8 where nothing but UTF-8 fits, and the page's own word where the header's makes no sense of it.
 * Never throws: bytes that mean nothing become U+FFFD. O(bytes).
 *
 * @param declared the charset of the Content-Type header
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null,
  contentType: string,
): { text: string; charset: string } {
  const marked = byteOrderMark(bytes);
  if (marked) return read(bytes, marked);
  const said = inPage(bytes, contentType);
  const named = [knownCharset(declared), said.charset].filter((charset) => charset !== null);
  const isUtf8 = readStrictly(bytes, 'utf-8');
  for (const charset of named) {
    if (charset === 'utf-8' ? isUtf8 : isPlausible(bytes, charset, isUtf8)) return read(bytes, charset);
  }
  // Hardly any text in another encoding happens to be good UTF-8.
  if (isUtf8 && (named.length === 0 || hasMultibyte(bytes))) return read(bytes, 'utf-8');
  const fallback = ofLanguage(said.lang).find((charset) => readStrictly(bytes, charset));
  // A few bad bytes in a long page are a cut character or two, not another encoding.
  if (named[0] && (named[0] !== 'utf-8' || !isMostlyBroken(bytes))) return read(bytes, named[0]);
  return read(bytes, fallback ?? (isRussian(bytes) ? 'windows-1251' : 'windows-1252'));
}

/** о е а и н т in windows-1251: nearly half of the letters of a Russian text, a third at most of others in these bytes. */
const FREQUENT = new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]);
const FREQUENT_SHARE = 0.38;
const RUSSIAN_LETTERS = 60;

/** Whether bytes that nobody declared are Russian in windows-1251: words of high bytes alone, with its letters. */
function isRussian(bytes: Uint8Array): boolean {
  let letters = 0;
  let frequent = 0;
  let beside = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0xc0) continue;
    letters += 1;
    if (FREQUENT.has(byte)) frequent += 1;
    if ((bytes[index - 1] ?? 0) >= 0xc0) beside += 1;
  }
  return letters >= RUSSIAN_LETTERS && beside > letters / 2 && frequent / letters > FREQUENT_SHARE;
}

function read(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

function readStrictly(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Encodings of one byte a character fit everything, and so are only believed where UTF-8 does not fit as well. */
function isPlausible(bytes: Uint8Array, charset: string, isUtf8: boolean): boolean {
  if (isUtf8 && hasMultibyte(bytes) && !charset.startsWith('utf-16')) return false;
  return readStrictly(bytes, charset);
}

/** Bytes over 0x7F; those of ISO-2022-JP and the like are all below. */
function hasMultibyte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}

/** One bad byte is an accident. */
const BROKEN_MIN = 2;

function isMostlyBroken(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return broken >= BROKEN_MIN && broken > whole;
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
const LANG = /<html\b[^>]*?\blang\s*=\s*["']?\s*([a-z]{2,3})\b/i;

/** What the page says of its own encoding and language. */
function inPage(bytes: Uint8Array, contentType: string): { charset: string | null; lang: string } {
  if (!/html|xml/.test(contentType)) return { charset: null, lang: '' };
  // Declarations are ASCII: any encoding that holds it will do. The import page runs this in the browser.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  const visible = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const lang = LANG.exec(visible)?.[1]?.toLowerCase() ?? '';
  const labels = [
    XML_DECLARATION.exec(head)?.[1],
    ...Array.from(visible.matchAll(META), ([, label]) => label),
  ];
  for (const label of labels) {
    const charset = knownCharset(label);
    // Who could read the declaration as ASCII was not reading UTF-16.
    if (charset) return { charset: charset.startsWith('utf-16') ? 'utf-8' : charset, lang };
  }
  return { charset: null, lang };
}

/** What pages without a declaration are in, by their language: the standard's table, and what else was in use there. */
const BY_LANGUAGE: readonly [languages: string, charsets: readonly string[]][] = [
  ['ja', ['shift_jis', 'euc-jp']],
  ['ko', ['euc-kr']],
  ['zh', ['gb18030', 'big5']],
  ['ru be bg mk sr uk', ['windows-1251']],
  ['cs hu pl sk sl hr ro', ['windows-1250']],
  ['el', ['iso-8859-7']],
  ['he', ['windows-1255']],
  ['ar fa', ['windows-1256']],
  ['tr', ['windows-1254']],
  ['th', ['windows-874']],
  ['et lt lv', ['windows-1257']],
  ['vi', ['windows-1258']],
];

function ofLanguage(lang: string): readonly string[] {
  return BY_LANGUAGE.find(([languages]) => lang && languages.split(' ').includes(lang))?.[1] ?? [];
}
