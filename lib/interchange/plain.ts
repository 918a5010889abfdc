/** Turns the reading order around, of what follows too: embeddings, overrides, isolates. Marks (LRM, RLM) stay. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** What XML 1.0 cannot hold at all, not even escaped; tab and line breaks can stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** What somebody typed, as it can stand among other people's words: it neither turns them around nor breaks XML. */
export function plain(text: string): string {
  return text.toWellFormed().replace(TURNS, '').replace(NOT_IN_XML, '');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and attributes of XML and HTML alike. */
export const escapeMarkup = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** On one line. */
export const oneLine = (text: string) => plain(text).replace(/\s+/gu, ' ').trim();
