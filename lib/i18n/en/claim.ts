/** The page of one annotation. */
export const claim = {
  remarkTitle: 'Remark on “{words}”',
  claimDescription:
    '{verdict}: a claim in “{title}”, with {sources, plural, =0 {no source yet} one {# source} other {# sources}} and {assessments, plural, =0 {no verdict yet} one {# verdict} other {# verdicts}}.',
  remarkDescription: 'A remark on a passage in “{title}”.',
  claimIn: 'Claim in',
  remarkIn: 'Remark in',
  by: 'marked by <person>{name}</person>',
  edited: 'edited',
  passage: 'Where it stands',
  inText: 'Read it in the article',
  orphaned:
    'These words are no longer in the newest version of the article. This is how they stood in version {revision}.',
  changed: 'The passage says something else now than it did in version {revision}, when it was marked:',
  editedPassage: 'The passage was edited since it was marked in version {revision}; its meaning is the same:',
  withdrawn:
    'This annotation was withdrawn by its author. It stays readable because others took part; it no longer counts.',
  hidden: 'A moderator hid this annotation. Only the person who made it and moderators see it.',
  removed: 'A moderator removed this annotation. Only the person who made it sees it.',
  verdicts: 'The verdicts',
  tallyText: '{total, plural, one {# verdict} other {# verdicts}}, {sourced} with a source',
  openWhy: 'A claim shows a verdict once two people have given one with a source.',
  disputedWhy: 'No verdict has more than half of those who gave a source.',
  noVerdict: 'Nobody has given a verdict yet.',
  giveVerdict: 'Say what you make of it',
  sources: 'The sources',
  stances: { supports: 'For it', refutes: 'Against it', context: 'Context' },
  noSource: 'No source has been added yet.',
  addSource: 'Add one in the article',
  wordings: 'Earlier wordings',
  wordingUntil: 'until {date}',
  wordingWords: 'on the words “{exact}”',
};
