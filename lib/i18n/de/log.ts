import type { log as english } from '../en/log.ts';

/** Das öffentliche Protokoll der Moderation. */
export const log: typeof english = {
  title: 'Protokoll der Moderation',
  description: 'Was hier in der Moderation entschieden wurde, worüber und warum: offen für alle.',
  lede: 'Wer hier Worte wegnimmt, tut es offen. Jede Entscheidung der Moderation steht in diesem Protokoll, mit ihrem Grund, und auch jede, die zurückgenommen wurde. Was weggenommen wurde, wird nicht wiederholt.',
  filter: 'Entscheidungen',
  all: 'Alle',
  actions: {
    approve: 'freigegeben',
    reject: 'abgelehnt',
    hide: 'verborgen',
    restore: 'wiederhergestellt',
    remove: 'entfernt',
    ban: 'gesperrt',
    unban: 'entsperrt',
    undo: 'zurückgenommen',
  },
  did: {
    approve:
      '<by></by> hat <thing>{kind, select, comment {einen Kommentar} original {einen Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom> freigegeben',
    reject:
      '<by></by> hat <thing>{kind, select, comment {einen Kommentar} original {einen Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom> abgelehnt',
    hide: '<by></by> hat <thing>{kind, select, comment {einen Kommentar} original {einen Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom> verborgen',
    restore:
      '<by></by> hat <thing>{kind, select, comment {einen Kommentar} original {einen Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom> wiederhergestellt',
    remove:
      '<by></by> hat <thing>{kind, select, comment {einen Kommentar} original {einen Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom> entfernt',
    ban: '<by></by> hat <whom></whom> gesperrt',
    unban: '<by></by> hat <whom></whom> entsperrt',
  },
  tookBack: {
    approve:
      '<by></by> hat die Freigabe zurückgenommen: <thing>{kind, select, comment {ein Kommentar} original {ein Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom>',
    reject:
      '<by></by> hat die Ablehnung zurückgenommen: <thing>{kind, select, comment {ein Kommentar} original {ein Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom>',
    hide: '<by></by> hat das Verbergen zurückgenommen: <thing>{kind, select, comment {ein Kommentar} original {ein Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom>',
    restore:
      '<by></by> hat die Wiederherstellung zurückgenommen: <thing>{kind, select, comment {ein Kommentar} original {ein Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom>',
    remove:
      '<by></by> hat das Entfernen zurückgenommen: <thing>{kind, select, comment {ein Kommentar} original {ein Kommentar zum Original} claim {eine Behauptung} other {eine Anmerkung}}</thing> von <whom></whom>',
    ban: '<by></by> hat die Sperre von <whom></whom> zurückgenommen',
    unban: '<by></by> hat die Entsperrung von <whom></whom> zurückgenommen',
  },
  guest: '{name} (Gast)',
  unnamed: 'jemandem ohne Namen',
  former: 'jemandem, der gegangen ist',
  under: 'in <article></article>',
  reports: '{n, plural, one {# Meldung} other {# Meldungen}}',
  undoneBy: 'zurückgenommen von <who></who>',
  empty: 'Hier hat noch niemand aus der Moderation etwas entschieden.',
  emptyNext: 'Wenn etwas verborgen, abgelehnt oder entfernt wird, steht es hier noch in derselben Sekunde.',
  emptyAction: 'Nichts dergleichen ist hier geschehen.',
  noOlder: 'Älteres gibt es nicht.',
  pages: 'Seiten des Protokolls',
  older: 'Ältere',
  newest: 'Zurück zu den neuesten',
};
