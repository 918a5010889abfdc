import { fromHtml } from '#lib/document/from-html.ts';
import { documentText } from '#lib/document/text.ts';
import { fieldText } from '../result.ts';
import { type ChoosePost, type ExportReading, POSTS_LIMIT } from './export-posts.ts';
import {
  authorName,
  type CommentTime,
  integerOf,
  type OriginalComment,
  type OriginalVotes,
  passageOf,
  settled,
  type TiedPassage,
  timeOf,
  votesOf,
} from './original-thread.ts';
import { readXml } from './xml.ts';

type Fields = Record<string, string>;

interface RawComment {
  fields: Fields;
  meta: Fields;
}

interface Item {
  fields: Fields;
  comments: RawComment[];
}

/** Pings are links from elsewhere, not something that somebody said. */
const NO_COMMENT = /^(?:pingback|trackback|order_note|webhook_delivery|action_log)$/;
/** More of these characters on the way up than any thread has levels. */
const LEVELS = 1_000;

/**
 * Reads the thread of one post out of a WordPress export (WXR): approved comments with their nesting and wpDiscuz's
 * votes; `choose` says which post is meant. Addresses of mail and machines that stand in it are not kept. Throws
 * XmlRefused. O(length).
 */
export async function readWxr(xml: string, choose: ChoosePost): Promise<ExportReading> {
  const reading: ExportReading = { thread: null, posts: [] };
  const channel: Fields = {};
  const state: { item: Item | null; comment: RawComment | null; metaKey: string } = {
    item: null,
    comment: null,
    metaKey: '',
  };
  await readXml(xml, {
    open(name) {
      if (name === 'item') state.item = { fields: {}, comments: [] };
      else if (name === 'wp:comment') state.comment = { fields: {}, meta: {} };
    },
    close(name, text) {
      const { item, comment } = state;
      if (name === 'wp:comment') {
        if (item && comment) item.comments.push(comment);
        state.comment = null;
      } else if (name === 'item') {
        if (item) takeItem(item, choose, reading);
        state.item = null;
      } else if (comment) {
        if (name === 'wp:meta_key') state.metaKey = text.trim();
        else if (name === 'wp:meta_value') comment.meta[state.metaKey] = text;
        else comment.fields[name] = text;
      } else if (item) item.fields[name] = text;
      else channel[name] ??= text;
    },
  });
  if (reading.thread) reading.thread.asOf = momentOf(channel.pubDate);
  return reading;
}

function takeItem({ fields, comments }: Item, choose: ChoosePost, reading: ExportReading): void {
  const said = comments.filter(isSaid);
  if (said.length === 0) return;
  const post = {
    id: fields['wp:post_id']?.trim() ?? '',
    title: fieldText(fields.title, 300) ?? '',
    link: fields.link?.trim().slice(0, 2048) ?? '',
  };
  if (reading.posts.length < POSTS_LIMIT) reading.posts.push({ ...post, comments: said.length });
  if (reading.thread || !choose(post)) return;
  const parents = parentsAmong(comments, said);
  const passages = passagesOf(fields['content:encoded'] ?? '', said);
  reading.thread = settled({
    source: 'wxr',
    comments: said.map((comment) => commentOf(comment, parents, passages)),
    declaredCount: said.length,
    asOf: null,
  });
}

const idOf = ({ fields }: RawComment) => fields['wp:comment_id']?.trim() ?? '';

function isSaid({ fields }: RawComment): boolean {
  return (
    fields['wp:comment_approved']?.trim() === '1' && !NO_COMMENT.test(fields['wp:comment_type']?.trim() ?? '')
  );
}

/** Whom each answers: where that one was not kept, the next above it that was. */
function parentsAmong(all: RawComment[], said: RawComment[]): Map<string, string> {
  const above = new Map(
    all.map((comment) => [idOf(comment), comment.fields['wp:comment_parent']?.trim() ?? '0']),
  );
  const kept = new Set(said.map(idOf));
  const parents = new Map<string, string>();
  for (const comment of said) {
    let parent = above.get(idOf(comment));
    for (let level = 0; parent && !kept.has(parent) && level < LEVELS; level += 1) parent = above.get(parent);
    if (parent && kept.has(parent)) parents.set(idOf(comment), parent);
  }
  return parents;
}

function commentOf(
  comment: RawComment,
  parents: Map<string, string>,
  passages: Map<string, TiedPassage>,
): OriginalComment {
  const { fields, meta } = comment;
  const id = idOf(comment);
  const parent = parents.get(id);
  return {
    key: `wp:${id}`,
    parentKey: parent === undefined ? null : `wp:${parent}`,
    author: authorName(fields['wp:comment_author']),
    body: { html: fields['wp:comment_content'] ?? '' },
    time: timeIn(fields),
    votes: votesIn(meta),
    passage: passages.get(meta.wpdiscuz_feedback_form_id?.trim() ?? '') ?? null,
    order: integerOf(id) ?? 0,
  };
}

function timeIn(fields: Fields): CommentTime {
  const universal = fields['wp:comment_date_gmt']?.trim() ?? '';
  // WordPress writes zeros where it knows none.
  const known = /^[1-9]\d{3}-\d{2}-\d{2} \d{2}:\d{2}/.test(universal);
  return known ? timeOf(`${universal}Z`, null) : timeOf(fields['wp:comment_date'], null);
}

/** wpDiscuz keeps the sum, and, written as PHP does, each side. */
function votesIn(meta: Fields): OriginalVotes | null {
  const sides = meta.wpdiscuz_votes_seperate ?? '';
  const side = (name: string) => integerOf(new RegExp(`s:\\d+:"${name}";i:(-?\\d+);`).exec(sides)?.[1]);
  return votesOf(side('like'), side('dislike'), integerOf(meta.wpdiscuz_votes));
}

const FEEDBACK = /\[wpdiscuz-feedback\b[^\]]*\]([\s\S]*?)\[\/wpdiscuz-feedback\]/g;
const [BEGIN, END] = ['\uE000', '\uE001'];

/**
 * The passages that wpDiscuz's inline feedback is tied to, by the number of its form. The export says which form a
 * comment was written in and where forms stand, but not which form stands where: only one of each is certain.
 */
function passagesOf(content: string, said: RawComment[]): Map<string, TiedPassage> {
  const forms = new Set(said.flatMap(({ meta }) => meta.wpdiscuz_feedback_form_id?.trim() || []));
  const marked = content.replaceAll(BEGIN, '').replaceAll(END, '').replace(FEEDBACK, `${BEGIN}$1${END}`);
  const [before = '', rest, more] = marked.split(BEGIN);
  const [form] = forms;
  if (form === undefined || forms.size !== 1 || rest === undefined || more !== undefined) return new Map();
  const text = documentText(fromHtml(`${before}${BEGIN}${rest}`));
  const [head = '', tail = ''] = text.split(BEGIN);
  const [exact = '', after = ''] = tail.split(END);
  const passage = passageOf(head, exact, after);
  return passage ? new Map([[form, passage]]) : new Map();
}

function momentOf(raw: string | undefined): string | null {
  const moment = new Date(raw?.trim() ?? '');
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
