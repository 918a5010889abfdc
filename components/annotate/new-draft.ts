import type { JSONContent } from '@tiptap/core';
import type { FullSelector } from '#lib/anchoring/selector.ts';
import type { Kind } from '#lib/annotation/schema.ts';
import type { SourceInput } from '#lib/evidence/schema.ts';
import type { AnnotateInput } from '#lib/flows/annotation-view.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import {
  EMPTY_SOURCE,
  isEmptySource,
  isSourceDraft,
  type SourceDraft,
  toSourceInput,
} from './source-fields.tsx';
import { EMPTY_VERDICT, isDocument, isVerdictDraft, type VerdictDraft } from './verdict-fields.tsx';

/** An annotation that is being written: everything that the form holds. */
export interface NewDraft {
  kind: Kind;
  target: FullSelector;
  statement: string;
  source: SourceDraft;
  verdict: VerdictDraft;
  comment: JSONContent | null;
  /** The comment on the original whose words are marked, if they are not the article's. */
  exhibitComment?: string;
  /** Claims of which it was said that they say the same. */
  sameAs?: string[];
}

/** Under this name the drafts of new annotations are kept, each with its kind and passage behind it. */
export const NEW_FORM = 'new:';

export function newForm({
  kind,
  target,
  exhibitComment,
}: Pick<NewDraft, 'kind' | 'target' | 'exhibitComment'>): string {
  if (exhibitComment) return `original:${exhibitComment}:${target.start}-${target.end}`;
  return `${NEW_FORM}${kind}:${target.start}-${target.end}`;
}

export function beginDraft(kind: Kind, target: FullSelector, statementMax: number): NewDraft {
  return {
    kind,
    target,
    statement: kind === 'claim' ? oneLine(target.exact, statementMax) : '',
    source: EMPTY_SOURCE,
    verdict: EMPTY_VERDICT,
    comment: null,
  };
}

/** The selected words as one line, for a person to make a sentence of. */
function oneLine(exact: string, max: number): string {
  const flat = exact.replace(/\s+/gu, ' ').trim();
  return flat.length <= max ? flat : `${flat.slice(0, max - 2).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

export function isNewDraft(data: unknown): data is NewDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, target, statement, source, verdict, comment, sameAs } = data as Partial<
    Record<keyof NewDraft, unknown>
  >;
  return (
    (kind === 'claim' || kind === 'remark') &&
    isTarget(target) &&
    typeof statement === 'string' &&
    isSourceDraft(source) &&
    isVerdictDraft(verdict) &&
    isDocument(comment) &&
    isIds(sameAs)
  );
}

function isIds(data: unknown): boolean {
  return data === undefined || (Array.isArray(data) && data.every((id) => typeof id === 'string'));
}

function isTarget(data: unknown): data is FullSelector {
  if (typeof data !== 'object' || data === null) return false;
  const { exact, prefix, suffix, start, end } = data as Partial<Record<keyof FullSelector, unknown>>;
  return (
    [exact, prefix, suffix].every((part) => typeof part === 'string') && [start, end].every(Number.isInteger)
  );
}

type NewAnnotation = Pick<AnnotateInput, 'kind' | 'target'> & {
  statement?: string;
  comment?: JSONContent;
  sources?: SourceInput[];
  sameAs?: string[];
  assessment?: { verdict: Verdict; rationale: JSONContent | null };
};

/** So many are taken with a new claim; five are offered at the most. */
const SAME_AS_MAX = 5;

/** What is sent; to be called on a draft without errors. */
export function toAnnotateInput(draft: NewDraft, revision: number): NewAnnotation {
  const { kind, target, comment, source, verdict, exhibitComment } = draft;
  const where = exhibitComment ? { exhibitComment } : { revision };
  const common = { kind, target: { ...target, ...where }, ...(comment ? { comment } : {}) };
  if (kind === 'remark') return common;
  return {
    ...common,
    statement: draft.statement.trim(),
    ...(draft.sameAs?.length ? { sameAs: draft.sameAs.slice(0, SAME_AS_MAX) } : {}),
    sources: isEmptySource(source) ? [] : [toSourceInput(source)],
    ...(verdict.verdict ? { assessment: { verdict: verdict.verdict, rationale: verdict.rationale } } : {}),
  };
}
