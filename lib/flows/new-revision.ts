import type { Outcome as LookOutcome } from '#lib/article/check/schedule.ts';
import { canEditArticle } from '#lib/article/policy.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import type { RevisionInput, RevisionView } from '#lib/article/revision/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { checkArticle } from './check-article.ts';
import { readInput } from './read-import.ts';
import { reviseArticle } from './revise-article.ts';
import { readRevision } from './revisions.ts';

interface Outcome {
  articleId: string;
  /** The new one, or the newest as it was. */
  revision: RevisionView;
  created: boolean;
  /** What came of looking at its address; null where content was given. */
  look: LookOutcome | null;
}

/** Takes new content for an article from who may edit it; without any, looks at the article's address for anybody. */
export async function newRevision(viewer: Viewer, idOrSlug: string, input: RevisionInput): Promise<Outcome> {
  const actor = permit(viewer, canTakePart(viewer));
  const article = await requireArticleRow(idOrSlug);
  const given = Object.values(input).some((content) => content !== undefined);
  if (given) permit(viewer, canEditArticle(viewer, article));
  const { number, created, outcome } = given
    ? { ...(await takeContent(article, actor.id, input)), outcome: null }
    : await checkArticle(article.id, actor.id);
  return { articleId: article.id, revision: await readRevision(article.id, number), created, look: outcome };
}

async function takeContent(
  { id, title, url, lang }: { id: string; title: string; url: string | null; lang: string },
  actorId: string,
  input: RevisionInput,
) {
  const { document, text } = await readInput({ ...input, title, url, lang });
  return reviseArticle(id, { document, text, origin: 'given', actorId });
}
