import { canAddTo, canImportArticle } from '#lib/article/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';

/** Laying the original thread beside an article: whoever may bring articles in, unless the article is locked. */
export function canLayExhibit(actor: Viewer, article: { state: string }, importRole: Role): boolean {
  return canImportArticle(actor, importRole) && canAddTo(actor, article);
}
