/** Was schiefging und was zu tun ist, für jeden Code aus lib/errors. */
export const problems = {
  'bad-request': 'Die Anfrage war nicht lesbar. Lade die Seite neu und versuche es noch einmal.',
  'not-signed-in':
    'Du bist nicht mehr angemeldet. Melde dich an und versuche es noch einmal: Dein Text bleibt erhalten.',
  'wrong-credentials': 'Adresse oder Passwort stimmen nicht.',
  'not-allowed': 'Das darfst du nicht.',
  'foreign-origin': 'Die Anfrage kam von einer anderen Website und wurde abgelehnt.',
  banned: 'Dieses Konto ist gesperrt.',
  recused: 'Du hast erklärt, dass du dich beim Befund zu dieser Behauptung heraushältst.',
  'not-found': 'Das gibt es nicht mehr.',
  'method-not-allowed': 'Das geht an dieser Adresse nicht.',
  'edit-conflict':
    'Jemand hat das inzwischen geändert. Sieh dir den neuen Stand an und speichere noch einmal: Dein Text bleibt erhalten.',
  'address-taken':
    'Mit dieser Adresse gibt es schon ein Konto. Melde dich an oder fordere ein neues Passwort an.',
  'handle-taken': 'Dieser Kurzname ist vergeben. Wähle einen anderen.',
  'family-full':
    'Es sind schon so viele Behauptungen miteinander verbunden, dass keine mehr dazukommen kann.',
  'source-exists': 'Diese Seite hast du hier schon angegeben. Bearbeite die Quelle, die dort steht.',
  'label-exists': 'Es gibt schon ein Etikett mit diesem Schlüssel.',
  'label-used': 'Dieses Etikett wurde schon vergeben: Es kann zurückgezogen werden, aber nicht gelöscht.',
  'in-progress': 'Daran wird schon gearbeitet. Warte einen Augenblick.',
  'has-replies': 'Andere haben sich beteiligt: Es lässt sich zurückziehen, aber nicht löschen.',
  'article-locked': 'Dieser Artikel ist gesperrt: Es kann nichts hinzugefügt werden.',
  'comments-closed': 'Dieser Artikel ist für Kommentare geschlossen.',
  'text-gone': 'Der Text dieser Seite wird nicht mehr aufbewahrt.',
  'own-comment': 'Das ist dein eigener Beitrag: Andere stimmen darüber ab und melden ihn.',
  'own-assessment': 'Das ist dein eigenes Urteil: Ob es hilft, sagen andere.',
  'already-decided':
    'Eine andere Moderatorin oder ein anderer Moderator hat dies gerade entschieden. Was jetzt hier steht, ist deren Entscheidung.',
  'wrong-state':
    'So, wie es jetzt steht, geht das nicht. Sieh es dir noch einmal an: Vielleicht ist es schon entschieden.',
  registered:
    'Dieser Name oder diese Adresse gehört zu einem Konto. Melde dich an, wenn es deines ist, oder nimm einen anderen Namen.',
  'source-in-ruling':
    'Ein veröffentlichter Befund stützt sich auf diese Quelle. Er muss berichtigt oder zurückgezogen werden, bevor sie wegfallen oder anderes sagen kann.',
  'too-large': 'Das ist zu groß.',
  'unsupported-media-type': 'Diese Art von Inhalt wird hier nicht angenommen.',
  invalid: 'Etwas stimmt noch nicht. Sieh dir die markierten Felder an.',
  'ruling-incomplete': 'Dem Befund fehlt etwas, das er hier haben muss.',
  'target-not-found': 'Diese Wörter stehen nicht im Artikel. Wähle sie noch einmal aus.',
  'target-ambiguous': 'Diese Wörter stehen mehr als einmal im Artikel. Wähle etwas mehr drum herum aus.',
  'empty-text': 'Darin steht kein Text. Füge den Artikel ein oder wähle eine andere Datei.',
  'binary-text': 'Das ist kein Text, sondern eine Binärdatei. Speichere sie zuerst als Text oder HTML.',
  'bad-export': 'Dieser Export lässt sich nicht lesen.',
  'export-no-match':
    'Kein Beitrag in diesem Export hat die Adresse dieses Artikels. Wähle den gemeinten aus.',
  'no-comments': 'Darin wurden keine Kommentare gefunden.',
  'bad-file': 'Diese Datei lässt sich nicht lesen. Kopiere ihren Text und füge ihn ein.',
  'no-article': 'Darin wurde kein Artikel gefunden. Füge stattdessen den Text selbst ein.',
  'bad-url': 'Diese Adresse ist nicht brauchbar. Sie muss mit http:// oder https:// beginnen.',
  'no-address': 'Dieser Artikel hat keine Adresse, unter der man nachsehen könnte.',
  'article-gone': 'Die Seite zeigt diesen Artikel nicht mehr. Es wurde nichts von ihr übernommen.',
  'fetch-failed': 'Die Seite war nicht abrufbar. Füge stattdessen ihren Text ein.',
  'token-invalid': 'Dieser Link ist abgelaufen oder wurde schon benutzt. Fordere einen neuen an.',
  'key-reused': 'Diese Anfrage wurde schon mit anderem Inhalt gesendet. Lade die Seite neu.',
  'too-often':
    'Zu viele Anfragen. Warte {seconds, plural, one {# Sekunde} other {# Sekunden}} und versuche es noch einmal.',
  internal: 'Bei uns ist etwas schiefgegangen. Versuche es noch einmal: Dein Text bleibt erhalten.',
  'too-slow': 'Das hat zu lange gedauert. Nimm weniger oder seltenere Wörter.',
  unavailable: 'Der Server ist noch nicht bereit. Versuche es gleich noch einmal.',
  network:
    'Der Server ist nicht erreichbar. Prüfe die Verbindung und versuche es noch einmal: Dein Text bleibt erhalten.',
};
