import type { settings as english } from '../en/settings.ts';

/** Was die Verwaltung im laufenden Betrieb ändert. */
export const settings: typeof english = {
  title: 'Einstellungen dieses Ortes',
  lede: 'Jede gilt vom Augenblick des Speicherns an, für alle. Nichts muss neu gestartet werden.',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt ab jetzt.',
  inForce: 'in Kraft seit {date}',
  untouched: 'nie geändert',
  changed: 'noch nicht gespeichert',
  nothing: 'nichts',
  conflict:
    'Jemand anderes hat dies gerade auf „{value}“ gesetzt. Speichere noch einmal, wenn deine Wahl gelten soll.',
  noScript: 'Einstellungen zu ändern braucht JavaScript.',
  preModeration: {
    title: 'Kommentare warten auf Freigabe',
    lede: 'Was wartet, sehen nur, wer es schrieb, und die Moderation, bis es dort in der Warteschlange freigegeben wird.',
    off: 'Nie',
    offDoes:
      'Jeder Kommentar erscheint sofort; die Moderation hört von dem, was andere melden. Kostet am wenigsten Arbeit und lässt am meisten durch.',
    newcomers: 'Die von Neuen',
    newcomersDoes:
      'Neu ist, von wem noch kein Kommentar zu sehen ist: Die Kommentare warten, bis ein erster freigegeben ist, gleich wie alt das Konto und wie hoch das Vertrauen ist. Hält den meisten Spam ab, für ein wenig Arbeit.',
    all: 'Die von allen',
    allDoes:
      'Jeder Kommentar wird gelesen, bevor andere ihn sehen, und jede Änderung auch. Das Gespräch wird so langsam wie die Moderation.',
  },
  guests: {
    title: 'Gäste dürfen kommentieren',
    lede: 'Menschen ohne Konto, die einen Namen und eine Adresse angeben. Was sie schreiben, wartet immer auf Freigabe.',
    on: 'Ja',
    onDoes:
      'Mehr Menschen sagen etwas, und die Moderation hat mehr zu lesen. Die Adresse sieht nur die Moderation.',
    off: 'Nein',
    offDoes: 'Wer etwas sagen will, registriert sich zuerst.',
  },
  importRole: {
    title: 'Wer Artikel einbringen darf',
    lede: 'Von einer Adresse, aus einer Datei oder als eingefügten Text. Wer darüber steht, darf es auch.',
    reader: 'Alle mit einem Konto',
    readerDoes: 'Der Ort wächst von selbst, mit dem, was seine Leser lesen.',
    checker: 'Prüfer',
    checkerDoes: 'Wer auch Urteile veröffentlicht, wählt aus, worüber gesprochen wird.',
    moderator: 'Moderatoren',
    moderatorDoes: 'Artikel kommen so schnell, wie die Moderation sie einbringt.',
    admin: 'Verwalter',
    adminDoes: 'Für einen Ort, der nur seine eigenen Artikel bespricht.',
  },
  check: {
    title: 'Nach Änderungen an Artikeln wird gesehen',
    lede: 'Wer angemeldet ist, kann so oder so nachsehen lassen.',
    on: 'Von selbst',
    onDoes:
      'Nach einer Stunde, dann immer seltener, solange sich nichts ändert. Der Server ruft dafür Seiten anderer ab.',
    off: 'Nur wenn jemand es will',
    offDoes: 'Nichts wird abgerufen, außer jemand verlangt es.',
  },
  images: {
    title: 'Bilder der Artikel',
    lede: 'Bildunterschriften und Beschreibungen sind in jedem Fall zu lesen.',
    off: 'Als Links',
    offDoes: 'Von anderswo wird nichts geladen. Wer ein Bild sehen will, öffnet es an der Quelle.',
    on: 'Gezeigt',
    onDoes:
      'Dieser Server holt Bilder in PNG, JPEG, WebP, GIF und AVIF, behält bis zu 512 MB davon und gibt sie weiter: Leser fragen sonst niemanden an. Ob sie gezeigt werden dürfen, musst du wissen.',
  },
  signUp: {
    title: 'Man darf sich registrieren',
    lede: 'Wer ein Konto hat, behält es so oder so.',
    on: 'Ja',
    onDoes: 'Wer eine Mailadresse hat, kann ein Konto anlegen.',
    off: 'Nein',
    offDoes:
      'Konten legt der Betreiber an der Kommandozeile an: für einen geschlossenen Kreis oder solange Spam hereinströmt.',
  },
  fullText: {
    title: 'Wer den ganzen Text einer Quelle liest',
    lede: 'Der Text einer Seite, die als Beleg angegeben wurde, gehört ihrem Verlag. Was daraus zitiert ist, lesen alle, mit ein paar Wörtern davor und danach.',
    members: 'Alle mit einem Konto',
    membersDoes:
      'Wer eine Behauptung beurteilt, kann ein Zitat im ganzen Zusammenhang prüfen und im Text auswählen.',
    moderators: 'Moderatoren',
    moderatorsDoes:
      'Für Orte, die vorsichtig sein müssen: alle anderen prüfen ein Zitat auf der Seite selbst.',
    everybody: 'Alle',
    everybodyDoes:
      'Auch Gäste lesen alles, was aufbewahrt ist. Für Seiten, die Sie veröffentlichen dürfen; Suchmaschinen werden gebeten, fernzubleiben.',
  },
  keepText: {
    title: 'Wie lange der ganze Text einer Quelle aufbewahrt wird',
    lede: 'Gezählt von da an, als er zum ersten Mal auf der Seite stand. Danach bleiben seine Prüfsumme und jede zitierte Stelle, mit ihrem Ort und ein paar Wörtern davor und danach. Ein vergessener Text lässt sich nicht zurückholen.',
    forever: 'Für immer',
    foreverDoes:
      'Was eine Seite sagte, lässt sich noch in zehn Jahren mit dem vergleichen, was sie dann sagt.',
    fiveYears: 'Fünf Jahre',
    fiveYearsDoes: 'Die meisten Streitfragen sind dann erledigt.',
    year: 'Ein Jahr',
    yearDoes:
      'Änderungen einer Seite sind so lange zu sehen, wie über die meisten Behauptungen gestritten wird.',
    quarter: '90 Tage',
    quarterDoes: 'Lange genug, um ein Zitat im Zusammenhang zu prüfen.',
    month: '30 Tage',
    monthDoes: 'Von fremden Texten wird wenig gespeichert.',
  },
  mandatory: {
    title: 'Was ein Befund haben muss',
    lede: 'Ein Befund, dem etwas davon fehlt, wird nicht veröffentlicht, und wer es schreibt, erfährt, was fehlt. Ein Urteil hat er immer.',
    summary: 'Eine Zusammenfassung',
    summaryDoes: 'Das Ergebnis in wenigen Sätzen, für alle, die sonst nichts lesen.',
    verifiedSources: 'Zwei geprüfte Quellen',
    verifiedSourcesDoes:
      'Ihre Zitate wurden auf ihren Seiten gefunden. Seiten mit demselben Text zählen einmal.',
    primarySource: 'Eine Primärquelle',
    primarySourceDoes:
      'Mindestens eine der geprüften Quellen ist das, was da war, nicht das, was darüber gesagt wurde.',
    evidenceAgainst: 'Was dagegen spricht',
    evidenceAgainstDoes: 'Was gegen das Urteil spricht und warum es nicht trägt.',
    reasoning: 'Die Begründung',
    reasoningDoes: 'Wie die Belege zum Urteil führen, Schritt für Schritt.',
    selectedBecause: 'Warum diese Behauptung gewählt wurde',
    selectedBecauseDoes: 'Damit zu sehen ist, ob alle Seiten gleich geprüft werden.',
    askedForComment: 'Wer um Stellungnahme gebeten wurde',
    askedForCommentDoes: 'Wer die Behauptung aufgestellt hat, konnte vor dem Befund antworten.',
  },
  approval: {
    title: 'Vier Augen',
    lede: 'Wer die Behauptung angelegt, den Artikel eingebracht oder geschrieben hat, veröffentlicht nie allein, was auch immer hier gewählt ist.',
    off: 'Wenn jemand beteiligt ist',
    offDoes: 'Andere Prüfer veröffentlichen allein.',
    on: 'Immer',
    onDoes:
      'Jeder Befund und jede Berichtigung braucht die Zustimmung eines Prüfers, der nichts davon geschrieben hat.',
  },
};
