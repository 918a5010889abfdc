import { richTextFrom } from '#lib/assessment/rich-text.ts';
import { MAX_DEPTH } from '#lib/comment/schema.ts';
import { revote } from '#lib/comment/standing.ts';
import { idAt, idBytes } from '#lib/db/ids.ts';
import { claimStanding } from '#lib/verdict/state.ts';
import { sourcedCounts, tally } from '#lib/verdict/tally.ts';
import { VERDICTS } from '#lib/verdict/verdicts.ts';
import { words } from './prose.ts';
import type { Random } from './random.ts';
import type { Row } from './rows.ts';

/** What one annotation needs to be told: who is there, when, and what may be quoted. */
export interface Setting {
  random: Random;
  articleId: string;
  annotationId: string;
  authorId: string;
  people: readonly string[];
  pages: readonly { id: string; url: string }[];
  /** Every call is a little later than the one before. */
  clock: () => Date;
}

const said = (text: string) => richTextFrom('body', text) ?? { body: {}, text: '' };

function event(
  kind: string,
  { articleId, annotationId }: Setting,
  actorId: string,
  subjectId: string,
  at: Date,
  data: Row = {},
) {
  return { kind, actorId, articleId, subjectId, data: { annotationId, ...data }, createdAt: at };
}

/** Sources and verdicts of some people beside a claim, and what it shows for them. */
export function evidence(setting: Setting) {
  const { random, annotationId, people, pages, clock } = setting;
  const judges = distinct(random, people, random.int(0, 5));
  const leaning = random.pick(VERDICTS);
  const result = {
    sources: [] as Row[],
    assessments: [] as Row[],
    links: [] as Row[],
    events: [] as Row[],
    shown: 'open',
    standing: 'open',
  };
  const given: { verdict: (typeof VERDICTS)[number]; sourced: boolean }[] = [];
  for (const person of judges) {
    const page = random.chance(0.75) ? random.pick(pages) : null;
    const at = clock();
    const sourceId = page ? idAt(at) : null;
    if (page && sourceId) {
      const stance = random.pick(['supports', 'refutes', 'context']);
      const note = random.chance(0.4) ? words(random) : '';
      result.sources.push({
        id: sourceId,
        annotationId,
        pageId: page.id,
        addedById: person,
        url: page.url,
        stance,
        note,
        createdAt: at,
      });
      result.events.push(event('source.added', setting, person, sourceId, at));
    }
    if (random.chance(0.1)) continue;
    const verdict = random.chance(0.7) ? leaning : random.pick(VERDICTS);
    const rationale = random.chance(0.6) ? said(words(random)) : null;
    const id = idAt(clock());
    result.assessments.push({
      id,
      annotationId,
      authorId: person,
      verdict,
      rationale: rationale?.body ?? null,
      rationaleText: rationale?.text ?? '',
      revisionNumber: 1,
      createdAt: at,
    });
    if (sourceId) result.links.push({ assessmentId: id, sourceId });
    result.events.push({
      ...event('assessment.given', setting, person, annotationId, at),
      data: { verdict },
    });
    given.push({ verdict, sourced: sourceId !== null });
  }
  const { shown, state } = claimStanding({
    ruling: null,
    wording: 1,
    sourced: sourcedCounts(tally(given)),
    earlier: 0,
    assessedAt: 1,
    passage: { state: 'exact', since: 1 },
    failed: 0,
  });
  return { ...result, shown, standing: state };
}

/** Where a made-up thread stands: on an annotation, or under the article. */
interface ThreadSetting extends Omit<Setting, 'annotationId' | 'authorId' | 'pages'> {
  annotationId: string | null;
  /** Who says the first thing; somebody where it does not matter. */
  firstBy: string | null;
}

/** A thread, about half of whose comments answer one that was there, with votes. */
export function thread(setting: ThreadSetting, length: number) {
  const { random, annotationId, articleId, firstBy, people, clock } = setting;
  const comments: Placed[] = [];
  const events: Row[] = [];
  for (let n = 0; n < length; n += 1) {
    const at = clock();
    const author = (n === 0 && firstBy) || random.pick(people);
    const { body, text } = said(words(random));
    const answered = n > 0 && random.chance(0.5) ? random.pick(comments) : null;
    const parent = answered && answered.depth < MAX_DEPTH ? answered : null;
    const id = idAt(at);
    comments.push({
      id,
      articleId: annotationId ? null : articleId,
      annotationId,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      depth: parent ? parent.depth + 1 : 0,
      path: `${parent?.path ?? '\\x'}${idBytes(id).toString('hex')}`,
      authorId: author,
      body,
      text,
      ...revote({ up: random.int(0, random.int(0, 30)), down: random.int(0, random.int(0, 6)) }, 0, 0),
      revisionNumber: 1,
      createdAt: at,
    });
    events.push({
      kind: 'comment.posted',
      actorId: author,
      articleId,
      subjectId: id,
      data: annotationId ? { annotationId } : {},
      createdAt: at,
    });
  }
  return { comments, events };
}

interface Placed extends Row {
  id: string;
  rootId: string;
  depth: number;
  /** As Postgres writes bytes. */
  path: string;
}

function distinct(random: Random, people: readonly string[], count: number): string[] {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, people.length)) chosen.add(random.pick(people));
  return [...chosen];
}
