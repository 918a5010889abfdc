import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addArticle } from '#lib/article/mutations.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText } from '#lib/document/text.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { say, voteOn } from '#lib/flows/discuss.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { labelAnnotation } from '#lib/flows/label.ts';
import type { ThreadPlace } from '#lib/flows/threads.ts';
import { changeProfile, createUser } from '#lib/user/mutations.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import type { Actor } from '#lib/user/schema.ts';
import {
  PEOPLE,
  type PersonHandle,
  type Said,
  type Story,
  type StoryClaim,
  type StoryRemark,
} from './story.ts';

export type Cast = Record<PersonHandle, Actor>;

/** Nobody receives mail there, and the accounts have no password: nobody can sign in as one of them. */
export const addressOf = (handle: string) => `${handle}@demonstration.example`;

const ABOUT = 'A demonstration account: this person was made up, and nobody can sign in as them.';

/** Makes the people of the demonstration. */
export async function gatherCast(): Promise<Cast> {
  const actors: [string, Actor][] = [];
  for (const [handle, name] of Object.entries(PEOPLE)) {
    const email = addressOf(handle);
    await createUser({ email, name, handle });
    const actor = await getActorByEmail(email);
    if (!actor) throw new Error(`${handle} was not made`);
    await changeProfile(actor, { about: ABOUT, version: 1 });
    actors.push([handle, actor]);
  }
  return Object.fromEntries(actors) as Cast;
}

/** Puts a story in as its people would have: the article, then what each of them did. Returns its slug. */
export async function tell(story: Story, cast: Cast): Promise<string> {
  const markdown = readFileSync(path.join(import.meta.dirname, story.file), 'utf8');
  const parsed = parseDocument(fromMarkdown(markdown), 'article');
  if (!parsed.ok) throw new Error(`${story.file}: ${parsed.problem}`);
  const { id } = await addArticle(cast[story.addedBy], {
    title: story.title,
    byline: story.byline,
    site: null,
    lang: story.lang,
    publishedAt: story.publishedAt,
    url: null,
    canonicalUrl: null,
    topics: story.topics,
    document: parsed.doc,
    text: documentText(parsed.doc),
  });
  for (const annotation of story.annotations) {
    if (annotation.kind === 'claim') await claim(id, annotation, cast);
    else await remark(id, annotation, cast);
  }
  await discuss({ article: id }, story.discussion, cast);
  return (await requireArticleRow(id)).slug;
}

async function claim(articleId: string, story: StoryClaim, cast: Cast) {
  const { id } = await annotate(cast[story.by], articleId, {
    kind: 'claim',
    target: { exact: story.exact },
    statement: story.statement,
    sources: [],
  });
  const sourceIds: string[] = [];
  for (const { by, quote = '', ...source } of story.sources ?? []) {
    sourceIds.push((await giveSource(cast[by], id, { ...source, quote })).id);
  }
  for (const { by, verdict, rationale, rests = [] } of story.verdicts ?? []) {
    await giveVerdict(cast[by], id, {
      verdict,
      rationale: rationale ? richText(rationale) : null,
      sourceIds: rests.map((place) => sourceIds[place] ?? `no source ${place}`),
    });
  }
  for (const { label, by } of story.labels ?? [])
    for (const handle of by) await labelAnnotation(cast[handle], id, label);
  await discuss({ annotation: id }, story.comments ?? [], cast);
}

async function remark(articleId: string, story: StoryRemark, cast: Cast) {
  const { id } = await annotate(cast[story.by], articleId, {
    kind: 'remark',
    target: { exact: story.exact },
    sources: [],
  });
  await discuss({ annotation: id }, story.comments, cast);
}

async function discuss(place: ThreadPlace, comments: readonly Said[], cast: Cast) {
  const ids: string[] = [];
  for (const { by, text, answers, voted = {} } of comments) {
    const parentId = answers === undefined ? {} : { parentId: ids[answers] };
    const { id } = await say(cast[by], place, { body: richText(text), ...parentId });
    ids.push(id);
    for (const handle of voted.for ?? []) await voteOn(cast[handle], id, 1);
    for (const handle of voted.against ?? []) await voteOn(cast[handle], id, -1);
  }
}

const richText = (markdown: string) => ({ ...fromMarkdown(markdown), type: 'doc' as const });
