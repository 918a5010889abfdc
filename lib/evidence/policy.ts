import type { SettingValue } from '#lib/settings/schema.ts';
import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

export function canEditSource(actor: Viewer, source: { addedById: string }): boolean {
  return canTakePart(actor) && actor?.id === source.addedById;
}

export function canRemoveSource(actor: Viewer, source: { addedById: string }): boolean {
  return canEditSource(actor, source) || hasRole(actor, 'moderator');
}

/** Whether somebody reads more of a snapshot than what is quoted of it: it is another publisher's text. */
export function canReadFullText(viewer: Viewer, readers: SettingValue<'sources.full-text'>): boolean {
  if (readers === 'everybody') return true;
  return readers === 'members' ? canTakePart(viewer) : hasRole(viewer, 'moderator');
}

/** Whether one source is useful is said by others than whoever gave it, while the claim can be added to. */
export function canVoteOnSource(actor: Viewer, source: { addedById: string }): boolean {
  return canTakePart(actor) && actor?.id !== source.addedById;
}

/** Who gives sources chooses their quotes in the text of a page, as far as they may read it. */
export function canChooseQuote(actor: Viewer, readers: SettingValue<'sources.full-text'>): boolean {
  return canTakePart(actor) && canReadFullText(actor, readers);
}
