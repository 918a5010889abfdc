import type { person as english } from '../en/person.ts';

export const person: typeof english = {
  title: '{name} (@{handle})',
  description:
    'Was {name} markiert und geprüft hat: {annotations, plural, one {# Markierung} other {# Markierungen}}, {assessments, plural, one {# Urteil} other {# Urteile}}, {sources, plural, one {# Quelle} other {# Quellen}}.',
  roles: { reader: 'Leser', checker: 'Prüfer', moderator: 'Moderator', admin: 'Verwalter' },
  joined: 'hier seit {date}',
  edit: 'Profil bearbeiten',
  tabs: 'Was {name} getan hat',
  annotations: 'Markierungen',
  assessments: 'Urteile',
  sources: 'Quellen',
  pages: 'Seiten der Liste',
  older: 'Ältere',
  newest: 'Zurück zu den neuesten',
  inArticle: 'in <article>{title}</article>',
  shows: 'die Behauptung zeigt <verdict></verdict>',
  earlier: 'zu einem früheren Wortlaut, zählt nicht mit',
  stances: { supports: 'stützt', refutes: 'widerlegt', context: 'Hintergrund zu' },
  empty: {
    annotations: '{name} hat noch nichts markiert.',
    assessments: '{name} hat noch kein Urteil abgegeben.',
    sources: '{name} hat noch keine Quelle beigetragen.',
  },
  own: {
    annotations:
      'Du hast noch nichts markiert. Öffne einen Artikel und wähle die Worte einer Behauptung aus.',
    assessments:
      'Du hast noch kein Urteil abgegeben. Öffne eine Behauptung, sieh dir ihre Quellen an und sag, was du davon hältst.',
    sources: 'Du hast noch keine Quelle beigetragen. Eine Behauptung ohne Quelle ist ein guter Anfang.',
  },
  noOlder: 'Ältere gibt es nicht.',
  toArticles: 'Zu den Artikeln',
};
