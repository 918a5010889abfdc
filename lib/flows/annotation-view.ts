import { z } from 'zod';
import { familySummary } from '#lib/annotation/family/schema.ts';
import { annotationCore, KINDS, statement, targetInput } from '#lib/annotation/schema.ts';
import { assessmentInput, assessmentView, verdictSummary } from '#lib/assessment/schema.ts';
import { COMMENT_MAX, commentView } from '#lib/comment/schema.ts';
import { id, prose, richText } from '#lib/errors/fields.ts';
import { sourceInput, sourceView } from '#lib/evidence/schema.ts';
import { labelsOnPassage } from '#lib/label/schema.ts';
import { rulingView } from '#lib/ruling/schema.ts';

/** An annotation in a list: with its verdict and how much hangs on it. */
export const annotationView = annotationCore
  .extend({
    /** Null on a remark. */
    verdict: verdictSummary.nullable(),
    /** Null where no other claim is said to say the same. */
    family: familySummary.nullable(),
    /** What checkers published; null where they never did. */
    ruling: rulingView.nullable(),
    labels: labelsOnPassage,
    counts: z.object({
      sources: z.number().int(),
      assessments: z.number().int(),
      comments: z.number().int(),
    }),
  })
  .meta({ id: 'Annotation' });
export type AnnotationView = z.output<typeof annotationView>;

/** One annotation with all that people laid beside it. */
export const annotationDetail = annotationView
  .extend({
    sources: z.array(sourceView),
    assessments: z.array(assessmentView),
    /** The first few; all of them are at `/api/annotations/{id}/comments`. */
    comments: z.array(commentView),
  })
  .meta({ id: 'AnnotationDetail' });
export type AnnotationDetail = z.output<typeof annotationDetail>;

const words = prose(COMMENT_MAX);

/** The first comment: `{body}` or `{text}` as everywhere, or the document or the plain words themselves. */
const comment = z.union(
  [
    words.transform((text) => ({ text })),
    richText.transform((body) => ({ body })),
    z.strictObject({ body: richText }),
    z.strictObject({ text: words }),
  ],
  { error: 'give {body} with a document or {text} with plain words' },
);

/** A new annotation with its first source, verdict and comment: all or nothing. */
export const annotateInput = z
  .object({
    kind: z.enum(KINDS),
    target: targetInput,
    /** For a claim; the selected words when left out. */
    statement: statement.optional(),
    comment: comment.optional(),
    sources: z.array(sourceInput).max(20).default([]),
    /** Claims that say the same: their family gets one more. */
    sameAs: z.array(id).max(5).optional(),
    /** It rests on the sources that come with it. */
    assessment: assessmentInput.omit({ sourceIds: true, version: true }).optional(),
  })
  .superRefine((input, context) => {
    if (input.kind === 'claim') return;
    if (input.target.exhibitComment !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: 'has to be a claim: a comment on the original takes no remarks',
      });
    for (const field of ['statement', 'assessment'] as const) {
      if (input[field] !== undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'is for claims only' });
    }
    for (const field of ['sources', 'sameAs'] as const) {
      if (input[field]?.length)
        context.addIssue({ code: 'custom', path: [field], message: 'are for claims only' });
    }
  });
export type AnnotateInput = z.output<typeof annotateInput>;
