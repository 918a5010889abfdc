/** The public log of moderation. */
export const log = {
  title: 'Log of moderation',
  description: 'What moderators did here, to what and why: open to everybody.',
  lede: 'Whoever takes words away here does so in the open. Every decision of a moderator stands in this log, with its reason, and so does every one that was taken back. What was taken away is not repeated.',
  filter: 'Decisions',
  all: 'All',
  actions: {
    approve: 'approved',
    reject: 'rejected',
    hide: 'hidden',
    restore: 'restored',
    remove: 'removed',
    ban: 'banned',
    unban: 'unbanned',
    undo: 'taken back',
  },
  did: {
    approve:
      '<by></by> approved <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom>',
    reject:
      '<by></by> rejected <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom>',
    hide: '<by></by> hid <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom>',
    restore:
      '<by></by> restored <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom>',
    remove:
      '<by></by> removed <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom>',
    ban: '<by></by> banned <whom></whom>',
    unban: '<by></by> let <whom></whom> back in',
  },
  tookBack: {
    approve:
      '<by></by> took back that <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom> was approved',
    reject:
      '<by></by> took back that <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom> was rejected',
    hide: '<by></by> took back that <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom> was hidden',
    restore:
      '<by></by> took back that <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom> was restored',
    remove:
      '<by></by> took back that <thing>{kind, select, comment {a comment} original {a comment on the original} claim {a claim} other {a remark}}</thing> by <whom></whom> was removed',
    ban: '<by></by> took back that <whom></whom> was banned',
    unban: '<by></by> took back that <whom></whom> was let back in',
  },
  guest: '{name} (guest)',
  unnamed: 'somebody without a name',
  former: 'somebody who left',
  under: 'in <article></article>',
  reports: '{n, plural, one {# report} other {# reports}}',
  undoneBy: 'taken back by <who></who>',
  empty: 'No moderator has decided anything here yet.',
  emptyNext: 'When somebody hides, rejects or removes something, it stands here within the same second.',
  emptyAction: 'Nothing of the kind has been done here.',
  noOlder: 'There is nothing older.',
  pages: 'Pages of the log',
  older: 'Older',
  newest: 'Back to the newest',
};
