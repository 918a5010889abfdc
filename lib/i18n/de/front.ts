import type { front as english } from '../en/front.ts';

export const front: typeof english = {
  title: 'Artikel, und was von ihnen standhielt',
  description:
    'Zeitungsartikel, deren Behauptungen Stelle für Stelle markiert, belegt und beurteilt wurden, für alle nachlesbar.',
  heading: 'Artikel, und was von ihnen standhielt',
  lede: 'Jede Behauptung ist markiert, wo sie steht, mit ihren Quellen daneben und den Urteilen, die Menschen abgaben.',
  broughtIn: 'eingebracht am',
  older: 'Ältere Artikel',
  newest: 'Zurück zu den neuesten Artikeln',
  pages: 'Seiten der Liste',
  noClaims: 'Noch ist keine Behauptung markiert.',
  emptyTitle: 'Noch gibt es hier keinen Artikel',
  emptyText:
    'Bring den ersten ein: Text einfügen, Datei ablegen oder Adresse angeben. Dann markiere die Behauptungen darin und lege die Belege daneben.',
  emptyGuest: 'Melde dich an, um den ersten einzubringen: Text einfügen, Datei ablegen oder Adresse angeben.',
  endTitle: 'Ältere Artikel gibt es nicht',
  endText: 'Das hier war der erste, der eingebracht wurde.',
};
