import { z } from 'zod';
import { id, prose, richText, text } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { REQUIREMENTS } from '#lib/verdict/requirements.ts';
import { VERDICTS } from '#lib/verdict/verdicts.ts';

export const RULING_STATES = ['published', 'retracted'] as const;
/** Of a draft in which something stands: written, put before another checker, or sent back by one. */
export const UNDERWAY_STATES = ['draft', 'awaiting-approval', 'returned'] as const;
export const DRAFT_STATES = ['empty', ...UNDERWAY_STATES] as const;
export const CORRECTION_KINDS = ['correction', 'retraction', 'renewal'] as const;

export const SUMMARY_MAX = 1_000;
export const REASONING_MAX = 20_000;
/** Of why it was chosen, who was asked, what speaks against it, and why it was changed. */
export const RULING_TEXT_MAX = 3_000;

const words = prose(RULING_TEXT_MAX);

/** A ruling as checkers write it: everything may still be missing. */
export const rulingDraftInput = z.object({
  verdict: z.enum(VERDICTS).nullable().default(null),
  summary: prose(SUMMARY_MAX).default(''),
  reasoning: richText.nullable().optional(),
  /** Plain words instead of `reasoning`. */
  reasoningText: prose(REASONING_MAX).optional(),
  /** Why this claim was chosen. */
  selectedBecause: words.default(''),
  /** Who was asked for comment, and what came of it. */
  askedForComment: words.default(''),
  /** What speaks against the verdict, and why it does not carry. */
  evidenceAgainst: words.default(''),
  /** The sources beside the claim that it rests on. */
  sourceIds: z.array(id).max(50).default([]),
  /** Why what was published is changed: needed once something was. */
  correction: words.default(''),
  /** In a change of what was published: the article put right what the ruling found. As it was when left out. */
  putRight: z.boolean().optional(),
  /** The wording of the claim and the revision of the article that were read; the present ones when left out. */
  wording: z.number().int().min(1).optional(),
  revision: z.number().int().min(1).optional(),
  /** The claim as it was read: nobody rules on other words, also where its author mended them before anybody took part. */
  read: z.object({ statement: text, exact: text }).optional(),
  /** The version that was seen; a stale one is refused. May be left out by who writes it for the first time, who says in `correction` why it is changed, or who published last. */
  version: z.number().int().optional(),
});
export type RulingDraftInput = z.output<typeof rulingDraftInput>;

export const rulingInput = rulingDraftInput.extend({ verdict: z.enum(VERDICTS) });
export type RulingInput = z.output<typeof rulingInput>;

export const approvalInput = z.object({ version: z.number().int() });
export const returnInput = z.object({
  /** What is to be mended. */
  note: words.pipe(z.string().min(1)),
  version: z.number().int(),
});
export const retractionInput = z.object({
  reason: words.pipe(z.string().min(1)),
  version: z.number().int().optional(),
});
export const recusalInput = z.object({ reason: words.default('') });

/** What happened to a ruling after it was published. */
const rulingChange = z.object({
  id: z.string(),
  kind: z.enum(CORRECTION_KINDS),
  reason: z.string(),
  by: personView,
  /** Whose second pair of eyes it had. */
  approvedBy: personView.nullable(),
  at: z.iso.datetime(),
  /** The verdict that stood there before. */
  verdictBefore: z.enum(VERDICTS),
});

const putRightView = z.object({
  /** The revision in which the article put right what the ruling found. */
  revision: z.number().int(),
  capturedAt: z.iso.datetime(),
  /** From the publication of the ruling to that revision; null where the revision came first. */
  seconds: z.number().int().nullable(),
});

/** A ruling at the head of a card: everybody reads it, drafts are not among them. */
export const rulingView = z
  .object({
    id: z.string(),
    annotationId: z.string(),
    state: z.enum(RULING_STATES),
    verdict: z.enum(VERDICTS),
    summary: z.string(),
    author: personView,
    approver: personView.nullable(),
    /** The sources beside the claim that it rests on. */
    sourceIds: z.array(z.string()),
    /** False when it judged an earlier wording: it stays, and does not speak for the new one. */
    current: z.boolean(),
    wording: z.number().int(),
    /** The revision of the article that it judged. */
    revision: z.number().int(),
    putRight: putRightView.nullable(),
    publishedAt: z.iso.datetime(),
    correctedAt: z.iso.datetime().nullable(),
    retractedAt: z.iso.datetime().nullable(),
    /** Oldest first. */
    changes: z.array(rulingChange),
    version: z.number().int(),
  })
  .meta({ id: 'RulingView' });
export type RulingView = z.output<typeof rulingView>;

/** The words of a ruling beside verdict and summary. */
const rulingWords = {
  reasoning: richText.nullable(),
  reasoningText: z.string(),
  /** Why this claim was chosen. */
  selectedBecause: z.string(),
  /** Who was asked for comment, and what came of it. */
  askedForComment: z.string(),
  /** What speaks against the verdict, and why it does not carry. */
  evidenceAgainst: z.string(),
};

/** What a ruling said before it was changed. */
const earlierRuling = z.object({
  verdict: z.enum(VERDICTS),
  summary: z.string(),
  ...rulingWords,
  /** The addresses of its sources. */
  sources: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
  wording: z.number().int(),
  revision: z.number().int(),
});
export type EarlierRuling = z.output<typeof earlierRuling>;

/** A whole ruling, with everything that it said before. */
export const rulingDetail = rulingView
  .extend({
    ...rulingWords,
    /** Those of its sources whose quote stood on its page when it was published, whatever became of the page. */
    verifiedIds: z.array(z.string()),
    changes: z.array(rulingChange.extend({ before: earlierRuling })),
  })
  .meta({ id: 'Ruling' });
export type RulingDetail = z.output<typeof rulingDetail>;

/** A ruling in a list, with the claim and the article that it is about. */
export const rulingEntry = z
  .object({
    ruling: rulingDetail,
    /** In the words that were judged, also where the claim is worded anew since (`ruling.current` is false then). */
    claim: z.object({
      id: z.string(),
      statement: z.string(),
      exact: z.string(),
      author: personView,
      createdAt: z.iso.datetime(),
    }),
    article: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      byline: z.string().nullable(),
      site: z.string().nullable(),
      lang: z.string(),
      url: z.string().nullable(),
      /** A day or a moment. */
      publishedAt: z.string().nullable(),
    }),
  })
  .meta({ id: 'RulingEntry' });
export type RulingEntry = z.output<typeof rulingEntry>;

/** A correction, a retraction or a renewal in a list of all of them. */
export const correctionEntry = rulingChange
  .extend({
    annotationId: z.string(),
    statement: z.string(),
    /** The verdict that it was changed to. */
    verdict: z.enum(VERDICTS),
    /** As the ruling stands now. */
    state: z.enum(RULING_STATES),
    article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }),
  })
  .meta({ id: 'RulingChangeEntry' });
export type CorrectionEntry = z.output<typeof correctionEntry>;

const recusalView = z
  .object({ person: personView, reason: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'Recusal' });
export type RecusalView = z.output<typeof recusalView>;

/** That a checker sent a draft back, and what is to be mended. */
const returnView = z
  .object({ by: personView, note: z.string(), at: z.iso.datetime() })
  .meta({ id: 'RulingReturn' });
export type ReturnView = z.output<typeof returnView>;

const rulingDraftView = z
  .object({
    state: z.enum(UNDERWAY_STATES),
    /** Who wrote in it last, and everybody who did. */
    author: personView,
    writers: z.array(personView),
    verdict: z.enum(VERDICTS).nullable(),
    summary: z.string(),
    ...rulingWords,
    sourceIds: z.array(z.string()),
    correction: z.string(),
    /** The revision in which the article is said to have put it right. */
    putRight: z.number().int().nullable(),
    wording: z.number().int(),
    revision: z.number().int(),
    editedAt: z.iso.datetime(),
    /** How often it was sent back, oldest first. */
    returns: z.array(returnView),
  })
  .meta({ id: 'RulingDraft' });
export type RulingDraftView = z.output<typeof rulingDraftView>;

/** What a checker needs to rule on a claim. */
export const rulingDesk = z
  .object({
    annotationId: z.string(),
    /** The claim, as it is worded now. */
    statement: z.string(),
    /** The words of the passage. */
    exact: z.string(),
    /** The claim as the draft speaks of it, or else the ruling, where it was worded anew since. */
    earlier: z.object({ statement: z.string(), exact: z.string() }).nullable(),
    /** What is published, retracted ones too. */
    ruling: rulingDetail.nullable(),
    /** What is being written. */
    draft: rulingDraftView.nullable(),
    /** Of both together: whoever changes something names the version that they saw. 0 before there was anything. */
    version: z.number().int(),
    /** The present ones. */
    wording: z.number().int(),
    revision: z.number().int(),
    mandatory: z.array(z.enum(REQUIREMENTS)),
    /** What the draft lacks of it. */
    missing: z.array(z.enum(REQUIREMENTS)),
    /** What the caller writes needs another checker's approval: because of a Setting, or of a stake that a writer has. */
    approval: z.enum(['setting', 'stake']).nullable(),
    /** Why the caller cannot rule alone, or not at all. */
    stake: z.enum(['claimant', 'article', 'recused']).nullable(),
    may: z.object({
      write: z.boolean(),
      /** What awaits approval: not where the claim was worded anew since it was put forward. */
      approve: z.boolean(),
      sendBack: z.boolean(),
      retract: z.boolean(),
      recuse: z.boolean(),
    }),
    /** The revision that can be said to have put right what was published. */
    putRight: z.number().int().nullable(),
    recusals: z.array(recusalView),
  })
  .meta({ id: 'RulingDesk' });
export type RulingDesk = z.output<typeof rulingDesk>;

/** A draft in the list of what checkers are writing. */
export const draftEntry = z
  .object({
    annotationId: z.string(),
    statement: z.string(),
    article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }),
    state: z.enum(UNDERWAY_STATES),
    author: personView,
    verdict: z.enum(VERDICTS).nullable(),
    /** It changes what is published. */
    correction: z.boolean(),
    editedAt: z.iso.datetime(),
    /** By whom it was sent back last, and why, where that is how it stands. */
    returned: returnView.nullable(),
  })
  .meta({ id: 'RulingDraftEntry' });
export type DraftEntry = z.output<typeof draftEntry>;
