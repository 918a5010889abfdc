import type { person as english } from '../en/person.ts';

export const person: typeof english = {
  title: '{name} (@{handle})',
  description: 'Was {name} markiert und geprüft hat: {annotations, plural, one {# Annotation} other {# Annotationen}}, {assessments, plural, one {# Urteil} other {# Urteile}}, {sources, plural, one {# Quelle} other {# Quellen}}.',
  roles: { reader: 'Leser', checker: 'Prüfer', moderator: 'Moderator', admin: 'Verwalter' },
  joined: 'hier seit {date}',
  edit: 'Profil bearbeiten',
  tabs: 'Was {name} getan hat',
  annotations: 'Annotationen',
  assessments: 'Urteile',
  sources: 'Quellen',
  pages: 'Seiten der Liste',
  older: 'Ältere',
  newest: 'Zurück zu den neuesten',
  inArticle: 'in <article>{title}</article>',
  shows: 'die Behauptung zeigt <verdict></verdict>',
  earlier: 'zu einem früheren Wortlaut, jetzt nicht gezählt',
  stances: { supports: 'stützt', refutes: 'widerlegt', context: 'Kontext zu' },
  empty: {
    annotations: '{name} hat noch nichts markiert.',
    assessments: '{name} hat noch kein Urteil abgegeben.',
    sources: '{name} hat noch keine Quelle beigetragen.',
  },
  own: {
    annotations: 'Sie haben noch nichts markiert. Öffnen Sie einen Artikel und wählen Sie die Wörter einer Behauptung aus.',
    assessments: 'Sie haben noch kein Urteil abgegeben. Öffnen Sie eine Behauptung, sehen Sie ihre Quellen an und sagen Sie, was Sie davon halten.',
    sources: 'Sie haben noch keine Quelle beigetragen. Eine Behauptung ohne Quelle ist ein guter Anfang.',
  },
  noOlder: 'Ältere gibt es nicht.',
  toArticles: 'Zu den Artikeln',
};
