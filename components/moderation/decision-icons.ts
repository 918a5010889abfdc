import type { IconName } from '#components/ui/icon.tsx';
import type { Action } from '#lib/moderation/schema.ts';

export const DECISION_ICONS = {
  approve: 'check',
  reject: 'close',
  hide: 'eye-off',
  remove: 'trash',
  restore: 'eye',
  ban: 'ban',
  unban: 'person',
  undo: 'undo',
} as const satisfies Record<Action, IconName>;
