import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';

/** `atLeast` is the Setting `articles.import-role`. */
export function canImportArticle(actor: Viewer, atLeast: Role): boolean {
  return hasRole(actor, atLeast);
}

/** Title, author, date and the like: who brought it in, and moderators. */
export function canEditArticle(actor: Viewer, article: { addedById: string }): boolean {
  return hasRole(actor, 'moderator') || (canTakePart(actor) && actor?.id === article.addedById);
}

/** Adding to an article, in any way. A locked one takes nothing, from nobody. */
export function canAddTo(actor: Viewer, article: { state: string }): boolean {
  return canTakePart(actor) && article.state !== 'locked';
}
