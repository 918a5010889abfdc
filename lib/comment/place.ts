/** What a thread is about, and whether something can be added to it. */
export interface ThreadPlace {
  /** Of the article or of the annotation. */
  id: string;
  kind: 'article' | 'annotation';
  articleId: string;
  /** The page on which the whole thread stands. */
  path: string;
  takes: 'everything' | 'votes' | 'nothing';
  /** Why it does not take everything. */
  why: 'closed' | 'locked' | 'withdrawn' | null;
  /** The newest revision of the article: what was said of an earlier one says so. */
  revision: number;
  /**
   * Where it stands within the card of an annotation, what that says: its headings and names are told apart from those of
   * the page.
   */
  inCard?: string;
  /** Who made the annotation, where the thread is on one. */
  annotator: { handle: string; kind: 'claim' | 'remark' } | null;
}

function takesOf(articleState: string, annotationState = 'active'): Pick<ThreadPlace, 'takes' | 'why'> {
  if (articleState === 'locked') return { takes: 'nothing', why: 'locked' };
  if (annotationState !== 'active') return { takes: 'votes', why: 'withdrawn' };
  if (articleState === 'closed') return { takes: 'votes', why: 'closed' };
  return { takes: 'everything', why: null };
}

interface ArticleFacts {
  id: string;
  slug: string;
  state: string;
}

export function articlePlace({ id, slug, state }: ArticleFacts, revision: number): ThreadPlace {
  const path = `/articles/${slug}`;
  return { id, kind: 'article', articleId: id, path, ...takesOf(state), revision, annotator: null };
}

interface AnnotationFacts {
  id: string;
  articleId: string;
  kind: string;
  state: string;
  author: { handle: string };
}

export function annotationPlace(
  { id, articleId, kind, state, author }: AnnotationFacts,
  article: { state: string },
  revision: number,
): ThreadPlace {
  return {
    id,
    kind: 'annotation',
    articleId,
    path: `/claims/${id}`,
    ...takesOf(article.state, state),
    revision,
    annotator: { handle: author.handle, kind: kind === 'claim' ? 'claim' : 'remark' },
  };
}
