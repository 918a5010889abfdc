import { randomBytes } from 'node:crypto';
import { EVENT_KINDS, type EventKind, type Happening } from './schema.ts';

/** The channel of Postgres on which processes tell each other. */
export const CHANNEL = 'obelus_events';

/** Postgres takes less than 8,000 bytes a message. */
const MAX_BYTES = 7_000;

const kept = globalThis as unknown as { obelusProcess?: string };
kept.obelusProcess ??= randomBytes(6).toString('base64url');
/** Tells a process its own messages from those of others. */
const SELF = kept.obelusProcess;

type Line = [
  id: string,
  kind: string,
  article: string | null,
  subject: string | null,
  data: Happening['data'],
];

/** Happenings as few messages as they fit into. */
export function toMessages(happenings: readonly Happening[]): string[] {
  const messages: string[] = [];
  let lines: string[] = [];
  let size = 0;
  const close = () => {
    if (lines.length > 0) messages.push(`{"from":"${SELF}","lines":[${lines.join(',')}]}`);
    lines = [];
    size = 0;
  };
  for (const { id, kind, articleId, subjectId, data } of happenings) {
    const line = JSON.stringify([id, kind, articleId, subjectId, data] satisfies Line);
    const bytes = Buffer.byteLength(line) + 1;
    if (size + bytes > MAX_BYTES) close();
    lines.push(line);
    size += bytes;
  }
  close();
  return messages;
}

/** What another process told; nothing for a message of one's own, or for one that is none of ours. */
export function fromMessage(message: string): Happening[] {
  const { from, lines } = parse(message);
  if (from === SELF) return [];
  return lines.filter(isLine).map(([id, kind, articleId, subjectId, data]) => ({
    id,
    kind: kind as EventKind,
    articleId,
    subjectId,
    data,
  }));
}

/** Processes of different versions may run beside each other for a while. */
function isLine(line: unknown): line is Line {
  if (!Array.isArray(line) || line.length !== 5) return false;
  const [id, kind, articleId, subjectId, data] = line;
  const isName = (value: unknown) => value === null || typeof value === 'string';
  return (
    typeof id === 'string' &&
    EVENT_KINDS.some((known) => known === kind) &&
    isName(articleId) &&
    isName(subjectId) &&
    typeof data === 'object' &&
    data !== null
  );
}

function parse(message: string): { from: unknown; lines: unknown[] } {
  try {
    const { from, lines } = JSON.parse(message);
    return { from, lines: Array.isArray(lines) ? lines : [] };
  } catch {
    return { from: null, lines: [] };
  }
}
