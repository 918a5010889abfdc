import type { QueueItem } from '#lib/moderation/queue/schema.ts';
import type { Decision } from '#lib/moderation/schema.ts';
import { CANNED, type Canned, isCanned } from './reasons.ts';

/** An item as it lies on the desk. */
export interface DeskItem extends QueueItem {
  key: string;
  /** The newest decision about it that this page knows of. */
  newestAction: string | null;
  /** Something to be said of it that hinders nothing. */
  note?: string;
}

export function toDeskItem(item: QueueItem): DeskItem {
  return { ...item, key: item.target.id, newestAction: item.decided?.id ?? null };
}

/** What takes a comment or a claim away, or lets it stand. */
export const ITEM_DECISIONS = ['approve', 'reject', 'hide', 'remove', 'restore'] as const;
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

/** By which key a decision is taken. */
export const DECISION_KEYS = {
  approve: 'a',
  reject: 'r',
  hide: 'h',
  remove: 'x',
  restore: 'e',
  ban: 'b',
} as const satisfies Partial<Record<Decision, string>>;

/** The reports of an item by reason, the most frequent first. */
export function reportsByReason({ reports }: QueueItem): { reason: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n);
}

/** What most reporters gave as a reason, where it is one of those that are offered. */
export function likelyReason(items: readonly QueueItem[]): Canned | null {
  const counts = new Map<Canned, number>();
  for (const { reports } of items)
    for (const { reason } of reports) if (isCanned(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most === 0 ? null : (CANNED.find((reason) => counts.get(reason) === most) ?? null);
}

/** How many decided reports an item's reporters made, and the share that was right; null before there are any. */
export function reporterRecord({ reports }: QueueItem): number | null {
  const reporters = new Map(reports.map(({ reporter }) => [reporter.handle, reporter]));
  const decided = [...reporters.values()].reduce((sum, reporter) => sum + reporter.decided, 0);
  const upheld = [...reporters.values()].reduce((sum, reporter) => sum + reporter.upheld, 0);
  return decided === 0 ? null : upheld / decided;
}
