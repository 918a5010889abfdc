import { expect, test } from 'vitest';
import { ANCHOR_STATES, ANNOTATION_STATES, KINDS } from '#lib/annotation/schema.ts';
import { OUTCOMES } from '#lib/article/check/schedule.ts';
import { IMAGE_TYPES } from '#lib/article/image/format.ts';
import { ORIGINS } from '#lib/article/revision/schema.ts';
import { ARTICLE_STATES } from '#lib/article/schema.ts';
import { COMMENT_STATES } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { SOURCE_KINDS, SOURCE_STATES, STANCES } from '#lib/evidence/schema.ts';
import { EXHIBIT_COMMENT_STATES, EXHIBIT_SOURCES } from '#lib/exhibit/schema.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { TEXT_NAMES } from '#lib/i18n/texts.ts';
import { ACTIONS } from '#lib/moderation/schema.ts';
import { CORRECTION_KINDS, DRAFT_STATES, RULING_STATES } from '#lib/ruling/schema.ts';
import { ROLES, TRUST_LEVELS } from '#lib/user/schema.ts';
import { TONES } from '#lib/verdict/labels.ts';
import { HELPFULNESS, RATING_REASONS } from '#lib/verdict/ratings.ts';
import { CLAIM_STATES } from '#lib/verdict/state.ts';
import { SHOWN, VERDICTS } from '#lib/verdict/verdicts.ts';

const LISTS: [string, readonly string[]][] = [
  ['User_role_check', ROLES],
  ['User_trust_check', TRUST_LEVELS],
  ['Article_state_check', ARTICLE_STATES],
  ['Revision_origin_check', ORIGINS],
  ['ArticleCheck_outcome_check', OUTCOMES],
  ['ArticleImage_contentType_check', IMAGE_TYPES],
  ['Annotation_kind_check', KINDS],
  ['Annotation_state_check', ANNOTATION_STATES],
  ['Annotation_shown_check', SHOWN],
  ['Anchor_state_check', ANCHOR_STATES],
  ['Label_tone_check', TONES],
  ['Source_stance_check', STANCES],
  ['Source_state_check', SOURCE_STATES],
  ['Source_kind_check', SOURCE_KINDS],
  ['Assessment_verdict_check', VERDICTS],
  ['Rating_helpfulness_check', HELPFULNESS],
  ['Rating_reasons_check', RATING_REASONS],
  ['Annotation_standing_check', CLAIM_STATES],
  ['Ruling_state_check', RULING_STATES],
  ['Ruling_verdict_check', VERDICTS],
  ['RulingCorrection_kind_check', CORRECTION_KINDS],
  ['RulingDraft_state_check', DRAFT_STATES],
  ['RulingDraft_verdict_check', VERDICTS],
  ['Exhibit_source_check', EXHIBIT_SOURCES],
  ['ExhibitComment_state_check', EXHIBIT_COMMENT_STATES],
  ['Comment_state_check', COMMENT_STATES],
  ['ModerationAction_action_check', ACTIONS],
  ['PublicText_name_check', TEXT_NAMES],
  ['PublicText_locale_check', LOCALES],
];

test.each(LISTS)('%s and the list in the code are the same', async (constraint, list) => {
  const [row] = await db().$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef("oid") AS "definition" FROM pg_constraint WHERE conname = ${constraint}`;
  const words = [...(row?.definition ?? '').matchAll(/'([a-z/-]+)'::text/g)].map((match) => match[1]);
  // The checks on what a claim shows and how far it has come name the kind as well.
  const namesKind = /^Annotation_(shown|standing)_check$/.test(constraint);
  expect(words.filter((word) => !namesKind || word !== 'claim').sort()).toEqual([...list].sort());
});
