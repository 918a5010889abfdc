import type { textsPage as english } from '../en/texts-page.ts';

export const textsPage: typeof english = {
  methodology: 'Methodik',
  methodologyDescription:
    'Wie hier aus einer Stelle eine Behauptung wird, und wie eine Behauptung zu ihrem Urteil kommt.',
  corrections: 'Berichtigungen',
  correctionsDescription: 'Wie Befunde hier berichtigt werden, und jede Berichtigung, die es gab.',
  edited: 'Zuletzt geändert am {date}',
  builtIn: 'Dieser Text kommt mit dem Programm.',
  edit: 'Diesen Text ändern',
  editHelp:
    'Es ist der Text für alle, die auf Deutsch lesen. Die andere Sprache lässt sich am Fuß der Seite wählen.',
  text: 'Der Text',
  save: 'Speichern',
  saved: 'Der Text ist gespeichert.',
  missing: 'Schreib etwas.',
  theirs: 'Was jetzt dort steht, beginnt so:',
  list: 'Alle Berichtigungen',
  none: 'Noch ist kein Befund berichtigt oder zurückgezogen.',
  kinds: { correction: 'Berichtigt', retraction: 'Zurückgezogen', renewal: 'Wieder veröffentlicht' },
  became: 'Aus <before></before> wurde <after></after>',
  stays: 'Das Urteil bleibt <after></after>',
  tookBack: 'Das Urteil war <before></before>',
  again: 'Das Urteil ist <after></after>',
  by: 'von <person>{name}</person>',
  approvedBy: 'bestätigt von <person>{name}</person>',
  pages: 'Seiten',
  older: 'Ältere Berichtigungen',
  newest: 'Neueste Berichtigungen',
  noOlder: 'Ältere Berichtigungen gibt es nicht.',
};
