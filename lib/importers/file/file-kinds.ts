/** Kinds of files that an article can come in; their endings are the names that people know. */
const FILE_KINDS = ['html', 'markdown', 'text', 'docx', 'pdf'] as const;
type FileKind = (typeof FILE_KINDS)[number];

const KIND_OF_ENDING: Record<string, FileKind> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'docx',
  pdf: 'pdf',
};
export const FILE_ENDINGS: readonly string[] = Object.keys(KIND_OF_ENDING).map((ending) => `.${ending}`);

const KIND_OF_TYPE: Record<string, FileKind> = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};
/** Media types of files that are no text and are read all the same. */
export const DOCUMENT_TYPES: readonly string[] = Object.keys(KIND_OF_TYPE).filter((type) =>
  /^(?:docx|pdf)$/.test(KIND_OF_TYPE[type] ?? ''),
);

/** What a file is by the ending of its name, else by its media type; null for what is not read here. Runs anywhere. */
export function kindOfFile(name: string, type = ''): FileKind | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending) return KIND_OF_ENDING[ending] ?? null;
  return KIND_OF_TYPE[type.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null;
}

/** Bytes of a file at most: what the longest article takes in the widest encoding, or a book's PDF. */
export const FILE_MAX_BYTES = 8 * 1024 * 1024;
/** Pages of a PDF at most. */
export const PAGES_MAX = 300;

/**
 * Why a file is not read. `kind`: none of ours. `old-word`: of Word before 2007. `encrypted`: a password is needed.
 * `scanned`: pictures of pages, without text. `too-many-pages`. `too-large`: packed, or unpacked. `too-slow`: reading
 * it took too long. `broken`: not what its name says, or damaged. `busy`: too many are being read.
 */
const FILE_REFUSALS = [
  'kind',
  'old-word',
  'encrypted',
  'scanned',
  'too-many-pages',
  'too-large',
  'too-slow',
  'broken',
  'busy',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
