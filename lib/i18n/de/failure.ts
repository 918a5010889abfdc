/** Für die Seiten, die an die Stelle einer kaputten treten. Für sich, weil der Browser beide Sprachen davon braucht. */
export const failure = {
  title: 'Bei uns ist etwas schiefgegangen',
  body: 'Die Seite konnte nicht gezeigt werden. Versuche es noch einmal; wenn es dabei bleibt, komm etwas später wieder.',
  retry: 'Noch einmal versuchen',
  home: 'Zur Startseite',
};
