import type { history as english } from '../en/history.ts';

/** Die Geschichte eines Artikels, seine früheren Fassungen und was aus den Worten wurde, von denen Markierungen sprechen. */
export const history: typeof english = {
  title: 'Geschichte von „{title}“',
  heading: 'Geschichte',
  description: 'Was „{title}“ wann sagte und was aus den Markierungen darin wurde.',
  of: 'von',
  lede: 'Jede Fassung des Artikels, die gefunden wurde, bleibt, wie sie war, und lässt sich lesen und vergleichen.',
  only: 'Der Artikel hat sich nicht geändert, seit er hier steht.',
  list: 'Fassungen',
  revision: 'Fassung {n}',
  newest: 'die neueste',
  origin: {
    first: 'hergebracht von {name}',
    fetched: 'unter seiner Adresse gefunden',
    fetchedBy: 'unter seiner Adresse gefunden von {name}',
    given: 'eingegeben von {name}',
    givenBySomebody: 'eingegeben von jemandem, der nicht mehr da ist',
  },
  news: {
    nothing: 'Alle Markierungen stehen, wie sie standen.',
    changed: '{n, plural, one {# Stelle sagt etwas anderes} other {# Stellen sagen etwas anderes}}',
    orphaned: '{n, plural, one {# Stelle ist fort} other {# Stellen sind fort}}',
    edited: '{n, plural, one {# Stelle wurde überarbeitet} other {# Stellen wurden überarbeitet}}',
    moved: '{n, plural, one {# Stelle wurde versetzt} other {# Stellen wurden versetzt}}',
    found: '{n, plural, one {# Stelle ist wieder da} other {# Stellen sind wieder da}}',
  },
  affected: {
    changed: 'Sagt etwas anderes',
    orphaned: 'Nicht mehr im Text',
    edited: 'Überarbeitet, gleicher Sinn',
  },
  showed: {
    beginning: 'Nur der Anfang war zu lesen. Der Rest steht, wie er in der Fassung davor stand.',
    withdrawn: 'Der Artikel wurde an seiner Quelle zurückgezogen: Ein Hinweis steht an seiner Stelle.',
    correction: 'An der Quelle steht statt des Artikels eine Richtigstellung.',
  },
  instead: {
    withdrawn:
      'Am {date} wurde der Artikel an seiner Quelle zurückgezogen. Hier steht der Hinweis an seiner Stelle.',
    correction: 'Am {date} hat die Quelle statt des Artikels eine Richtigstellung gebracht, die hier steht.',
    before: 'Was er vorher sagte',
  },
  retitled: 'Die Quelle hat einen neuen Titel:',
  head: { title: 'Titel', byline: 'Autor', date: 'Datum' },
  more: 'und {n, number} weitere',
  compareBefore: 'mit Fassung {n} vergleichen',
  older: 'Ältere Fassungen',
  newer: 'Die neuesten Fassungen',
  pages: 'Seiten der Geschichte',

  compare: 'Vergleichen',
  compareFrom: 'Von',
  compareTo: 'Bis',
  compareTwo: 'Zwei Fassungen vergleichen',
  compared: 'Fassung {from} und Fassung {to} im Vergleich',
  side: 'Fassung {n}, {date}',
  legend:
    'Was wegfiel, ist <del>durchgestrichen</del>, was dazukam, <ins>unterstrichen</ins>. Markierungen sind in beiden markiert.',
  same: 'In beiden stehen dieselben Worte.',
  sameText: 'Der Text ist in beiden gleich, was darüber steht, nicht.',
  folded: '{n, plural, one {# Absatz ist gleich} other {# Absätze sind gleich}}',
  leftOut:
    '{n, plural, one {# weiterer Absatz ist anders} other {# weitere Absätze sind anders}}. Das ist mehr, als sich hier zeigen lässt: Lies die Fassungen selbst.',
  changedParagraphs: '{n, plural, one {# Absatz ist anders} other {# Absätze sind anders}}.',
  movedParagraphs: '{n, plural, one {# Absatz steht} other {# Absätze stehen}} woanders.',
  moved: {
    away: '„{words}“ steht jetzt weiter {way, select, up {oben} other {unten}}',
    here: 'Stand vorher weiter {way, select, up {oben} other {unten}}',
  },

  notNewest: 'Das ist Fassung {n} vom {date}. Sie ist nicht die neueste.',
  isNewest: 'Das ist Fassung {n}, die neueste.',
  toNewest: 'Die neueste lesen',
  toChanges: 'Was sich seither änderte',
  readTitle: '„{title}“, Fassung {n}',

  gone: 'Seit dem {date} zeigt die Seite diesen Artikel nicht mehr. Hier steht, was sie zuletzt zeigte.',
  beginning:
    'Seit dem {date} ist an der Quelle nur noch der Anfang dieses Artikels zu lesen. Der Rest steht, wie er dort zuletzt stand.',
  failed: 'Seit dem {date} ist die Seite nicht lesbar: {reason}',
  reasons: {
    timeout: 'Sie antwortet nicht rechtzeitig.',
    dns: 'Ihr Server ist nicht zu finden.',
    tls: 'Eine sichere Verbindung kommt nicht zustande.',
    refused: 'Ihr Server antwortet nicht.',
    status: 'Sie antwortet mit dem Status {status}.',
    other: 'Was von dort kommt, ist keine Seite mit Text.',
  },
  check: 'Nach Änderungen sehen',
  checking: 'Es wird nachgesehen …',
  unchanged: 'Nichts hat sich geändert.',
  beginningOnly: 'Nichts Neues: Dort ist jetzt nur der Anfang des Artikels zu lesen.',
  revised: 'Der Artikel hat sich geändert: Das ist Fassung {n}.',
  checkedAt: 'Zuletzt nachgesehen: {when}.',
  nextAt: 'Von selbst wieder nach: {when}.',
  neverByItself: 'Von selbst wird nicht nachgesehen.',

  topics: 'Sagen, worum es geht',
  topicsField: 'Themen',
  topicsHint:
    'Ein paar Stichwörter mit Kommas dazwischen, höchstens {max}. Über sie sind seine Behauptungen unter allen zu finden.',
  topicsTooMany: 'Höchstens {max} Themen.',
  topicsTooLong: 'Höchstens {max} Zeichen je Thema: „{topic}“ ist länger.',
  topicsSave: 'Themen speichern',
  topicsSaved: 'Die Themen sind gespeichert.',
  topicsConflict:
    'Jemand anders hat sie inzwischen geändert. Jetzt sind es: {topics}. Speichere noch einmal, um deine an ihre Stelle zu setzen.',
  topicsNone: 'keine',

  give: 'Neuen Text eingeben',
  giveHelp:
    'Wenn der Artikel sich änderte und seine Seite nicht lesbar ist oder er keine hat. Füge den ganzen Artikel ein; die Markierungen werden übertragen.',
  giveMissing: 'Füge den Text des Artikels ein.',
  giveSave: 'Als Fassung übernehmen',
};
