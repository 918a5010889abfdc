import type { SettingKey } from '#lib/settings/schema.ts';

/** Each value that a setting can have, with the keys of its words: what it is called, what it does and costs. */
export const CHOICES = {
  'comments.pre-moderation': {
    title: 'preModeration.title',
    lede: 'preModeration.lede',
    values: [
      { value: 'off', name: 'preModeration.off', does: 'preModeration.offDoes' },
      { value: 'newcomers', name: 'preModeration.newcomers', does: 'preModeration.newcomersDoes' },
      { value: 'all', name: 'preModeration.all', does: 'preModeration.allDoes' },
    ],
  },
  'comments.guests': {
    title: 'guests.title',
    lede: 'guests.lede',
    values: [
      { value: false, name: 'guests.off', does: 'guests.offDoes' },
      { value: true, name: 'guests.on', does: 'guests.onDoes' },
    ],
  },
  'articles.import-role': {
    title: 'importRole.title',
    lede: 'importRole.lede',
    values: [
      { value: 'reader', name: 'importRole.reader', does: 'importRole.readerDoes' },
      { value: 'checker', name: 'importRole.checker', does: 'importRole.checkerDoes' },
      { value: 'moderator', name: 'importRole.moderator', does: 'importRole.moderatorDoes' },
      { value: 'admin', name: 'importRole.admin', does: 'importRole.adminDoes' },
    ],
  },
  'articles.check': {
    title: 'check.title',
    lede: 'check.lede',
    values: [
      { value: true, name: 'check.on', does: 'check.onDoes' },
      { value: false, name: 'check.off', does: 'check.offDoes' },
    ],
  },
  'articles.images': {
    title: 'images.title',
    lede: 'images.lede',
    values: [
      { value: false, name: 'images.off', does: 'images.offDoes' },
      { value: true, name: 'images.on', does: 'images.onDoes' },
    ],
  },
  'users.sign-up': {
    title: 'signUp.title',
    lede: 'signUp.lede',
    values: [
      { value: true, name: 'signUp.on', does: 'signUp.onDoes' },
      { value: false, name: 'signUp.off', does: 'signUp.offDoes' },
    ],
  },
  'sources.full-text': {
    title: 'fullText.title',
    lede: 'fullText.lede',
    values: [
      { value: 'members', name: 'fullText.members', does: 'fullText.membersDoes' },
      { value: 'moderators', name: 'fullText.moderators', does: 'fullText.moderatorsDoes' },
      { value: 'everybody', name: 'fullText.everybody', does: 'fullText.everybodyDoes' },
    ],
  },
  'sources.keep-text': {
    title: 'keepText.title',
    lede: 'keepText.lede',
    values: [
      { value: 'forever', name: 'keepText.forever', does: 'keepText.foreverDoes' },
      { value: 1825, name: 'keepText.fiveYears', does: 'keepText.fiveYearsDoes' },
      { value: 365, name: 'keepText.year', does: 'keepText.yearDoes' },
      { value: 90, name: 'keepText.quarter', does: 'keepText.quarterDoes' },
      { value: 30, name: 'keepText.month', does: 'keepText.monthDoes' },
    ],
  },
  'rulings.mandatory': {
    title: 'mandatory.title',
    lede: 'mandatory.lede',
    many: true,
    values: [
      { value: 'summary', name: 'mandatory.summary', does: 'mandatory.summaryDoes' },
      { value: 'verified-sources', name: 'mandatory.verifiedSources', does: 'mandatory.verifiedSourcesDoes' },
      { value: 'primary-source', name: 'mandatory.primarySource', does: 'mandatory.primarySourceDoes' },
      { value: 'evidence-against', name: 'mandatory.evidenceAgainst', does: 'mandatory.evidenceAgainstDoes' },
      { value: 'reasoning', name: 'mandatory.reasoning', does: 'mandatory.reasoningDoes' },
      { value: 'selected-because', name: 'mandatory.selectedBecause', does: 'mandatory.selectedBecauseDoes' },
      {
        value: 'asked-for-comment',
        name: 'mandatory.askedForComment',
        does: 'mandatory.askedForCommentDoes',
      },
    ],
  },
  'rulings.approval': {
    title: 'approval.title',
    lede: 'approval.lede',
    values: [
      { value: false, name: 'approval.off', does: 'approval.offDoes' },
      { value: true, name: 'approval.on', does: 'approval.onDoes' },
    ],
  },
} as const satisfies Record<SettingKey, object>;

/** Whether a setting takes several of its choices at once. */
export const takesMany = (key: SettingKey): boolean => 'many' in CHOICES[key];

/** In the order in which they stand on the page. */
export const SHOWN_KEYS = Object.keys(CHOICES) as SettingKey[];
