import { fieldText } from '../result.ts';
import { type ChoosePost, type ExportReading, POSTS_LIMIT } from './export-posts.ts';
import { authorName, type OriginalComment, settled, timeOf } from './original-thread.ts';
import { readXml } from './xml.ts';

type Fields = Record<string, string>;

interface Thread {
  title: string;
  link: string;
  comments: number;
}

const LEVELS = 1_000;

/** What is being read: a thread or a post, with the ids that its children name. */
interface Open {
  kind: 'thread' | 'post';
  id: string;
  fields: Fields;
  threadId: string;
  parentId: string;
}

const numberOf = (attributes: Readonly<Record<string, string>>) => attributes['dsq:id']?.trim() ?? '';

/**
 * Reads one discussion out of a Disqus export: what is neither deleted nor spam, with its nesting. Disqus exports no
 * votes, and the addresses in it are not kept. Throws XmlRefused. O(length).
 */
export async function readDisqusXml(xml: string, choose: ChoosePost): Promise<ExportReading> {
  const threads = new Map<string, Thread>();
  const posts: Open[] = [];
  const state: { chosen: string | null; open: Open | null; inAuthor: boolean } = {
    chosen: null,
    open: null,
    inAuthor: false,
  };
  await readXml(xml, {
    open(name, attributes) {
      const { open } = state;
      if (open && name === 'thread') open.threadId = numberOf(attributes);
      else if (open && name === 'parent') open.parentId = numberOf(attributes);
      else if (name === 'author') state.inAuthor = true;
      else if (!open && (name === 'thread' || name === 'post'))
        state.open = { kind: name, id: numberOf(attributes), fields: {}, threadId: '', parentId: '' };
    },
    close(name, text) {
      const { open } = state;
      if (name === 'author') state.inAuthor = false;
      if (!open) return;
      if (name === 'thread' && open.kind === 'thread') {
        const thread = threadOf(open);
        threads.set(open.id, thread);
        if (state.chosen === null && choose({ id: open.id, ...thread })) state.chosen = open.id;
        state.open = null;
      } else if (name === 'post') {
        if (isSaid(open)) count(threads, open.threadId);
        if (open.threadId === state.chosen) posts.push(open);
        state.open = null;
      } else open.fields[state.inAuthor ? `author.${name}` : name] ??= text;
    },
  });
  const found = [...threads].flatMap(([id, thread]) => (thread.comments > 0 ? [{ id, ...thread }] : []));
  return { thread: state.chosen === null ? null : threadFrom(posts), posts: found.slice(0, POSTS_LIMIT) };
}

function threadOf({ fields }: Open): Thread {
  return {
    title: fieldText(fields.title, 300) ?? '',
    link: fields.link?.trim().slice(0, 2048) ?? '',
    comments: 0,
  };
}

function isSaid({ fields }: Open): boolean {
  return fields.isDeleted?.trim() !== 'true' && fields.isSpam?.trim() !== 'true';
}

function count(threads: Map<string, Thread>, id: string): void {
  const thread = threads.get(id);
  if (thread) thread.comments += 1;
}

function threadFrom(posts: Open[]) {
  const said = posts.filter(isSaid);
  const above = new Map(posts.map(({ id, parentId }) => [id, parentId]));
  const kept = new Set(said.map(({ id }) => id));
  const comments = said.map(({ id, fields, parentId }, index): OriginalComment => {
    let parent: string | undefined = parentId;
    for (let level = 0; parent && !kept.has(parent) && level < LEVELS; level += 1) parent = above.get(parent);
    return {
      key: `disqus:${id}`,
      parentKey: parent ? `disqus:${parent}` : null,
      author: authorName(fields['author.name']),
      body: { html: fields.message ?? '' },
      time: timeOf(fields.createdAt, null),
      votes: null,
      passage: null,
      order: index,
    };
  });
  return settled({ source: 'disqus-xml', comments, declaredCount: comments.length, asOf: null });
}
