import type { importPage as english } from '../en/import.ts';

export const importPage: typeof english = {
  title: 'Einen Artikel einbringen',
  description:
    'Artikel einfügen, Datei ablegen oder Adresse angeben. Du siehst, was erkannt wurde, und berichtigst es, bevor es andere sehen.',
  lede: 'Füge ihn ein, leg eine Datei ab oder gib die Adresse an. Du siehst alles durch, bevor es veröffentlicht wird.',
  noScript:
    'Diese Seite braucht JavaScript. Ohne lassen sich Artikel über die Programmierschnittstelle oder die Befehlszeile einbringen.',

  gateGuest:
    'Um einen Artikel einzubringen, melde dich zuerst an. Ein Konto braucht einen Namen, eine Adresse und ein Passwort.',
  gateRole: {
    checker:
      'Hier bringen Prüfer Artikel ein und alle, die mehr dürfen. Wenn du dabei helfen willst, bitte die Betreiber, dich zum Prüfer zu machen.',
    moderator: 'Hier bringen Moderatoren Artikel ein. Sag einem von ihnen, welcher Artikel dir fehlt.',
    admin: 'Hier bringen die Betreiber Artikel ein. Sag ihnen, welcher Artikel dir fehlt.',
    reader: 'Dein Konto kann keine Artikel einbringen.',
  },
  gateBanned: 'Dieses Konto ist gesperrt. Es kann keine Artikel einbringen.',
  gateRead: 'Lesen, was schon hier ist',

  address: 'Adresse des Artikels',
  addressHint:
    'Bleibt der Text leer, wird die Seite von hier geholt. Neben einem Text wird sie als Adresse des Originals vermerkt.',
  text: 'Der Artikel',
  revisionText: 'Der ganze Text des Artikels, wie er jetzt ist',
  textPlaceholder: 'Füge den Artikel ein, mit dem Titel zuoberst, oder leg eine Datei hier ab',
  textHint:
    'Reiner Text, HTML oder Markdown, oder eine Datei. Kommentare, Menüs und Aufrufe dürfen dabei sein: Sie werden erkannt.',
  chooseFile: 'Datei wählen',
  fileKinds: '.txt, .html, .md, .docx oder .pdf',
  fromFile: 'Aus der Datei {name}',
  fileWaits: '{name} ({kb, number} kB) wird gelesen, wenn du sie durchsiehst.',
  fileWaitsRevision: '{name} ({kb, number} kB) wird gelesen, wenn du eine Fassung daraus machst.',
  kilobytes: '{kb, number} kB',
  drop: 'Hier ablegen',
  clear: 'Leeren',
  cleared: 'Der Text wurde geleert.',
  restoreText: 'Zurückholen',
  characters: '{n, plural, one {# Zeichen} other {# Zeichen}}',
  form: 'Lesen als',
  forms: { rich: 'Formatierter Text', text: 'Reiner Text', markdown: 'Markdown', html: 'HTML-Quelltext' },
  formHints: {
    rich: 'Überschriften, Links, Listen und Zitate kamen mit den Worten.',
    text: 'Eine Leerzeile beginnt einen neuen Absatz.',
    markdown: '# ist eine Überschrift, > ein Zitat, [Worte](Adresse) ein Link.',
    html: 'Der Quelltext der Seite; Skripte und Gestaltung bleiben draußen.',
  },
  richDropped:
    'Du hast den Text geändert, darum wird er nun als reiner Text gelesen. „Formatierter Text“ nimmt das Eingefügte.',
  preview: 'Durchsehen',
  previewing: 'Das Eingefügte wird gelesen …',
  reading: 'Die Seite wird gelesen …',
  readingFile: '{name} wird gelesen …',
  storingLater: 'Gespeichert wird, wenn du alles durchgesehen hast',
  failed: { fetching: 'Die Seite wurde nicht geholt.', reading: 'Es wurde kein Artikel gelesen.' },
  fetching: 'Die Seite wird von {host} geholt …',
  fetchingTakes: 'Das dauert bis zu zehn Sekunden.',
  stop: 'Abbrechen',
  stopped: 'Abgebrochen. Nichts wurde gespeichert.',
  backToPreview: 'Zurück zur Vorschau',
  readAnew: 'Neu lesen',
  earlierPreview: 'Zurück zur früheren Vorschau',

  restored: 'Das hast du beim letzten Mal hier gelassen. Es liegt nur in diesem Browser.',
  startOver: 'Neu beginnen',
  startedOver: 'Was hier stand, wurde verworfen.',
  undoStartOver: 'Zurückholen',
  notKept:
    'Dieser Text ist zu groß, um in diesem Browser aufbewahrt zu werden: Wenn du die Seite vor dem Veröffentlichen schließt, musst du ihn neu einfügen.',

  checkTitle: 'Durchsehen',
  checkLede:
    'So würde er veröffentlicht. Berichtige, was nicht stimmt: Der Text wird die erste Fassung, auf die sich alle beziehen können.',
  back: 'Zurück zum Eingefügten',
  fieldTitle: 'Titel',
  fieldByline: 'Autor',
  fieldSite: 'Erschienen bei',
  fieldDate: 'Erschienen am',
  fieldLang: 'Sprache',
  fieldUrl: 'Adresse des Originals',
  body: 'Text',
  missingTitle: 'Ein Artikel braucht einen Titel.',
  longTitle: 'Ein Titel hat höchstens 300 Zeichen.',
  badField: 'So kann das nicht gespeichert werden.',
  badDate: 'Das ist kein Datum.',
  emptyBody: 'Es ist kein Text mehr da. Mach die Änderung im Editor rückgängig oder hol etwas zurück.',
  badBody: 'Im Text steht etwas, das nicht gespeichert werden kann. Geh zurück und lies ihn als reinen Text.',
  guessed: 'Vermutet: bitte prüfen.',
  notFound: 'Nicht gefunden: Trag es ein, wenn du es weißt.',
  leftOut: 'Weggelassen',
  leftOutLede: 'Das wurde für etwas anderes als den Artikel gehalten.',
  putBack: 'Zurückholen',
  putBackNamed: 'Zurückholen: {start}',
  isBack: 'Ans Ende des Textes zurückgeholt.',
  known: 'Dieser Artikel ist schon hier, unter derselben Adresse:',
  knownHint:
    'Öffne ihn, um darin zu markieren und zu prüfen. Oder ändere unten die Adresse, wenn es ein anderer ist.',
  openKnown: 'Artikel öffnen',
  publish: 'Veröffentlichen',
  publishing: 'Wird gespeichert und veröffentlicht …',
  publishHint: 'Dann kann ihn jeder lesen.',
  signInAgain: 'Neu anmelden',
  kept: 'Dein Text bleibt erhalten.',

  warnings: {
    'article-uncertain':
      'Der Artikel ließ sich vom Rest der Seite nicht sicher trennen. Sieh den Text durch und lösche, was nicht dazugehört.',
    'beginning-only':
      'Ganz zeigt die Seite diesen Artikel nur denen, die ein Abonnement haben. Was hier steht, ist vielleicht nur sein Anfang: Füge den Rest ein, wenn du ihn hast.',
    'order-uncertain':
      'In der Datei steht Text nebeneinander, der sich in mehr als einer Reihenfolge lesen lässt. Sieh nach, ob die Absätze richtig aufeinander folgen.',
  },
  why: { comments: 'Kommentare', appeal: 'Aufruf', furniture: 'Drumherum', advert: 'Werbung' },
  refused: {
    kind: '{name} ist keine Art von Datei, die hier gelesen werden kann. Speichere sie als Text (.txt), HTML (.html), Markdown (.md), Word (.docx) oder PDF, oder kopiere ihren Text und füge ihn ein.',
    'too-large-file': '{name} ist zu groß. Eine Datei darf höchstens 8 MB haben.',
    'too-large': '{name} ist zu groß. Eine Datei darf höchstens {max, number} Zeichen haben.',
    'binary-text':
      '{name} ist kein Text. Speichere sie zuerst als Text oder HTML, oder kopiere die Worte und füge sie ein.',
    'empty-text': 'In {name} steht kein Text.',
    unreadable: '{name} konnte nicht gelesen werden. Wähle die Datei noch einmal.',
    many: 'Bitte eine Datei auf einmal. Die erste wurde genommen.',
  },
  fileReasons: {
    kind: '{name} ist keine Art von Datei, die hier gelesen werden kann. Kopiere ihren Text und füge ihn ein.',
    'old-word':
      '{name} ist eine Word-Datei aus der Zeit vor 2007. Öffne sie, speichere sie als .docx und wähle diese.',
    encrypted:
      '{name} ist mit einem Passwort geschützt. Speichere sie ohne Passwort, oder kopiere ihren Text und füge ihn ein.',
    scanned:
      '{name} enthält Bilder von Seiten, keinen Text. Lass den Text erst erkennen (OCR), oder füge ihn ein.',
    'too-many-pages': '{name} hat mehr als 300 Seiten. Speichere die Seiten des Artikels als eigene Datei.',
    'too-large':
      '{name} enthält mehr, als hier gelesen werden kann. Speichere nur den Artikel, oder kopiere seinen Text und füge ihn ein.',
    'too-slow':
      'Das Lesen von {name} hat zu lange gedauert. Speichere nur den Artikel, oder kopiere seinen Text und füge ihn ein.',
    broken:
      '{name} ist beschädigt oder nicht, was ihr Name sagt. Öffne und speichere sie neu, oder kopiere ihren Text und füge ihn ein.',
    busy: 'Gerade werden andere Dateien gelesen. Versuche es gleich noch einmal.',
  },
  nothing:
    'Es gibt noch nichts durchzusehen. Füge den Artikel ein, leg eine Datei ab oder gib eine Adresse an.',
  tooLarge:
    'Dieser Text ist zu groß. Ein Artikel darf höchstens {max, number} Zeichen haben. Nimm nur ihn, ohne das, was um ihn herum steht.',
  reasons: {
    timeout:
      'Die Seite hat nicht innerhalb von zehn Sekunden geantwortet. Versuche es noch einmal oder füge den Text ein.',
    'too-large': 'Die Seite ist größer als das, was hier geholt wird. Füge den Text ein.',
    'not-html':
      'Unter dieser Adresse liegt keine Seite mit Text, sondern eine andere Datei. Füge den Text ein.',
    dns: 'Diesen Server gibt es nicht: {host}. Prüfe die Adresse.',
    tls: 'Mit {host} ist keine sichere Verbindung möglich. Füge den Text ein.',
    redirects: 'Die Seite leitet endlos von einer Adresse zur nächsten. Füge den Text ein.',
    refused: '{host} antwortet nicht. Versuche es später noch einmal oder füge den Text ein.',
    broken: 'Die Antwort von {host} konnte nicht gelesen werden. Füge den Text ein.',
    http: '{host} zeigt die Seite nicht (Status {status}). Füge den Text ein.',
    http404: '{host} sagt, dass es diese Seite nicht gibt. Prüfe die Adresse.',
    'not-a-url': 'Das ist keine Adresse. Sie sieht so aus: https://example.org/artikel.',
    scheme: 'Die Adresse muss mit http:// oder https:// beginnen.',
    credentials: 'Die Adresse enthält einen Namen oder ein Passwort. Nimm sie heraus.',
    port: 'Seiten werden nur von den üblichen Ports geholt.',
    'consent-page':
      '{host} will die Zustimmung zu Cookies, bevor der Artikel zu sehen ist. Öffne ihn in deinem Browser und füge seinen Text ein.',
    'robot-check':
      '{host} will wissen, ob ein Mensch die Seite liest. Öffne sie in deinem Browser und füge den Text ein.',
    paywall:
      '{host} zeigt diesen Artikel nur denen, die ein Abonnement haben. Füge seinen Text ein, wenn du ihn hast.',
    'sign-in':
      '{host} verlangt eine Anmeldung, bevor der Artikel zu sehen ist. Füge seinen Text ein, wenn du ihn hast.',
    'page-missing': '{host} sagt, dass es diese Seite nicht gibt. Prüfe die Adresse.',
    'region-block':
      '{host} zeigt diese Seite im Land dieses Servers nicht. Füge ihren Text ein, wenn du ihn sehen kannst.',
    'ad-blocker':
      '{host} will, dass ein Werbeblocker ausgeschaltet wird, bevor der Artikel zu sehen ist. Öffne ihn in deinem Browser und füge seinen Text ein.',
    'blocked-address': '{host} liegt in einem privaten Netz. Von dort wird nichts geholt. Füge den Text ein.',
  },
};
