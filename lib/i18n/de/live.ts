export const live = {
  annotations: '{n, plural, one {# neue Markierung} other {# neue Markierungen}}',
  comments: '{n, plural, one {# neuer Kommentar} other {# neue Kommentare}}',
  replies: '{n, plural, one {# neue Antwort} other {# neue Antworten}}',
  changed: 'Diese Seite hat sich geändert: neu lesen',
  failed: 'Das ließ sich gerade nicht lesen. Versuche es gleich noch einmal.',
  annotationGone: 'Die Markierung, die du offen hattest, wurde entfernt.',
  commentGone: 'Dieser Kommentar wurde eben entfernt.',
};
