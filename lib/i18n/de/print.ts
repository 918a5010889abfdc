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
  changes: {
    correction: 'Korrigiert am {date}: {reason}',
    retraction: 'Zurückgenommen am {date}: {reason}',
    renewal: 'Neu veröffentlicht am {date}: {reason}',
  },
  moreNotes:
    '{n, plural, one {Eine weitere Anmerkung steht} other {# weitere Anmerkungen stehen}} unter der Adresse oben.',
  toText: 'Zurück zum Text',
};
