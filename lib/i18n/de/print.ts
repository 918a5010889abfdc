import type { print as english } from '../en/print.ts';

export const print: typeof english = {
  title: '„{title}“ mit Anmerkungen, zum Drucken',
  hint: 'Der Druckbefehl deines Browsers druckt diese Seite ohne das, was um sie herum steht.',
  pdf: 'PDF',
  back: 'Zurück zum Artikel',
  notes: 'Anmerkungen',
  noNotes: 'In diesem Artikel hat noch niemand etwas markiert.',
  gone: 'Nicht mehr im Text',
  original: 'Original',
  address: 'Zu lesen und besprochen unter',
  revision: 'Fassung {n}, Stand {date}',
  markedBy: 'markiert von {name}',
  ruledBy: 'Befund von {name}, {date}: {verdict}',
  retractedRuling: 'Zurückgenommener Befund von {name}, {date}: {verdict}',
  ruledEarlier: 'Befund von {name}, {date}, zu einer früheren Formulierung: {verdict}',
  changes: {
    correction: 'Korrigiert am {date}: {reason}',
    retraction: 'Zurückgenommen am {date}: {reason}',
    renewal: 'Neu veröffentlicht am {date}: {reason}',
  },
  moreNotes:
    '{n, plural, one {Eine weitere Anmerkung steht} other {# weitere Anmerkungen stehen}} unter der Adresse oben.',
  toText: 'Zurück zum Text',
  legend: 'Was die Urteile bedeuten',
  meanings: {
    true: 'was gesagt wird, stimmt.',
    'mostly-true': 'es stimmt bis auf eine Einzelheit, die am Sinn nichts ändert.',
    mixed: 'ein Teil stimmt, ein anderer nicht.',
    misleading: 'die Tatsachen stimmen, der Eindruck nicht.',
    false: 'es stimmt nicht.',
    unproven: 'nichts, was zu finden war, zeigt es oder das Gegenteil.',
    opinion: 'eine Wertung, die kein Beleg entscheiden kann.',
    disputed: 'mit Quellen wird verschieden geurteilt, und kein Urteil hat mehr als die Hälfte.',
    open: 'weniger als zwei haben sie mit einer Quelle beurteilt.',
    remark: 'ein Wort zu einer Stelle, keine Behauptung.',
  },
};
