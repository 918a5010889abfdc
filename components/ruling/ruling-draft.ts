import type { JSONContent } from '@tiptap/core';
import type { RulingDesk, RulingDetail, RulingDraftView } from '#lib/ruling/schema.ts';
import { VERDICTS, type Verdict } from '#lib/verdict/verdicts.ts';

/** A ruling as it stands in the form. */
export interface RulingDraft {
  verdict: Verdict | null;
  summary: string;
  reasoning: JSONContent | null;
  sourceIds: string[];
  evidenceAgainst: string;
  selectedBecause: string;
  askedForComment: string;
  correction: string;
  putRight: boolean;
  /** What its writer asked themselves: for them alone. */
  asked: string[];
  /** What its writer saw when they began: whoever changed it meanwhile is not written over. */
  version: number;
  revision: number;
  /** The claim as its writer read it: the statement, and the words of the passage. */
  statement: string;
  exact: string;
}

const TEXTS = [
  'summary',
  'evidenceAgainst',
  'selectedBecause',
  'askedForComment',
  'correction',
  'statement',
  'exact',
] as const;
const NUMBERS = ['version', 'revision'] as const;

export function isRulingDraft(data: unknown): data is RulingDraft {
  if (typeof data !== 'object' || data === null) return false;
  const draft = data as Record<string, unknown>;
  const { verdict, reasoning } = draft;
  return (
    (verdict === null || VERDICTS.some((one) => one === verdict)) &&
    (reasoning === null || (typeof reasoning === 'object' && (reasoning as JSONContent).type === 'doc')) &&
    TEXTS.every((name) => typeof draft[name] === 'string') &&
    NUMBERS.every((name) => typeof draft[name] === 'number') &&
    [draft.sourceIds, draft.asked].every((list) => Array.isArray(list)) &&
    typeof draft.putRight === 'boolean'
  );
}

const BLANK = {
  verdict: null,
  summary: '',
  reasoning: null,
  sourceIds: [],
  evidenceAgainst: '',
  selectedBecause: '',
  askedForComment: '',
};

type Said = RulingDetail | RulingDraftView;

function wordsOf(said: Said) {
  const { verdict, summary, reasoning, sourceIds, evidenceAgainst, selectedBecause, askedForComment } = said;
  return { verdict, summary, reasoning, sourceIds, evidenceAgainst, selectedBecause, askedForComment };
}

/** What the form begins with: what is being written, else what is published, else nothing. */
export function draftOf(desk: RulingDesk): RulingDraft {
  const { draft, ruling, version, revision, earlier } = desk;
  const said = draft ?? ruling;
  const { statement, exact } = earlier ?? desk;
  return {
    ...(said ? wordsOf(said) : BLANK),
    correction: draft?.correction ?? '',
    putRight: (draft ? draft.putRight : ruling?.putRight) != null,
    asked: [],
    version,
    revision,
    statement,
    exact,
  };
}

/** What is sent of it. A source may have been taken away since; where the claim was worded anew, its writer was told. */
export function bodyOf(value: RulingDraft, desk: RulingDesk, present: readonly string[]) {
  const { asked, putRight, statement, exact, ...rest } = value;
  const knows = desk.ruling?.putRight != null || desk.putRight !== null;
  return {
    ...rest,
    wording: desk.wording,
    read: { statement: desk.statement, exact: desk.exact },
    sourceIds: value.sourceIds.filter((id) => present.includes(id)),
    ...(knows ? { putRight } : {}),
  };
}
