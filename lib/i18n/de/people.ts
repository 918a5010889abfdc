import type { people as english } from '../en/people.ts';

/** Alle, die ein Konto haben, für Moderation und Verwaltung. */
export const people: typeof english = {
  title: 'Leute',
  lede: 'Alle, die hier ein Konto haben, die neuesten zuerst. Die Verwaltung gibt Rollen; die Moderation sperrt und entsperrt.',
  search: 'Leute suchen',
  sought: 'Name oder Kurzname',
  soughtWithAddress: 'Name, Kurzname oder Adresse',
  role: 'Rolle',
  anyRole: 'jede Rolle',
  state: 'Konto',
  anyState: 'alle',
  states: { active: 'aktiv', banned: 'gesperrt' },
  find: 'Suchen',
  showAll: 'Alle zeigen',
  roles: { reader: 'Leser', checker: 'Prüfer', moderator: 'Moderator', admin: 'Verwalter' },
  roleOf: 'Rolle von {name}',
  saveRole: 'Speichern',
  saveRoleOf: 'Rolle von {name} speichern',
  since: 'seit {date}',
  facts:
    '{comments, plural, =0 {kein Kommentar} one {# Kommentar} other {# Kommentare}}{away, plural, =0 {} one {, # weggelegt} other {, # weggelegt}}',
  banned: 'gesperrt',
  ban: 'Sperren …',
  banOf: '{name} sperren',
  unban: 'Entsperren',
  unbanOf: '{name} entsperren',
  you: 'Das bist du. Über deine Rolle entscheidet jemand anderes.',
  aboveYou: 'Von deinem Rang: Niemand sperrt seinesgleichen.',
  roleGiven:
    '{name} ist jetzt {role, select, reader {Leser} checker {Prüfer} moderator {Moderator} other {Verwalter}}.',
  isBanned: '{name} ist gesperrt.',
  isUnbanned: '{name} kann sich wieder anmelden.',
  makeAdmin: '{name} zum Verwalter machen?',
  makeAdminDoes:
    'Wer verwaltet, gibt und nimmt Rollen, ändert die Einstellungen dieses Ortes, liest die Mails, die nicht versendet wurden, und sperrt alle außer anderen Verwaltern.',
  makeAdminConfirm: 'Zum Verwalter machen',
  unmakeAdmin: '{name} die Verwaltung nehmen?',
  unmakeAdminDoes:
    '{name} gibt keine Rollen mehr und ändert keine Einstellungen mehr und ist von jetzt an {role, select, reader {Leser} checker {Prüfer} other {Moderator}}.',
  unmakeAdminConfirm: 'Wegnehmen',
  roleRefused:
    'Diese Rolle kannst du nicht ändern. Jemand muss immer verwalten, und vielleicht hast du diese Rolle inzwischen verloren: Lade die Seite neu.',
  banRefused:
    'Du darfst diese Person nicht sperren. Vielleicht hat sich ihre Rolle inzwischen geändert: Lade die Seite neu.',
  conflict: 'Jemand anderes hat dieses Konto inzwischen geändert. Lade die Seite neu, um den Stand zu sehen.',
  none: 'Niemand passt dazu.',
  noneNext: 'Versuche es mit einem Teil des Namens oder ohne die Rolle.',
  noOlder: 'Sonst gibt es niemanden.',
  pages: 'Seiten der Liste',
  older: 'Wer früher kam',
  newest: 'Zurück zu den neuesten',
  cancel: 'Abbrechen',
  close: 'Schließen',
};
