import type { family as english } from '../en/family.ts';

export const family: typeof english = {
  title: 'Behauptungen, die dasselbe sagen',
  contradictory: 'Ihre Urteile widersprechen sich.',
  contradictoryWhy:
    'Zutreffend steht gegen irreführend und falsch, größtenteils zutreffend gegen falsch, unbelegt gegen zutreffend und falsch, und Meinung gegen alles, was geprüft wurde.',
  folded:
    'Was sie zeigen, ist zugeklappt, bis du diese Behauptung beurteilt oder die Urteile aufgeklappt hast.',
  contradicts: 'widerspricht dieser',
  linkedBy: 'verbunden von <person>{name}</person>',
  offered: 'Belege bei ihnen',
  offeredHelp: 'Was bei Behauptungen liegt, die dasselbe sagen, kann auch für diese sprechen.',
  offeredBy: 'bei <claim>einer anderen Behauptung</claim>, hinzugefügt von {name}',
  takeOver: 'Auch hier verwenden',
  takeOverOf: 'Auch hier verwenden: {source}',
  link: 'Eine Behauptung verbinden, die dasselbe sagt',
  linkHelp: 'Dann stehen ihre Urteile nebeneinander, und ihre Belege lassen sich für beide verwenden.',
  find: 'Nach einer Behauptung suchen',
  says: 'Sie sagt dasselbe',
  saysOf: 'Sie sagt dasselbe: {statement}',
  nothingSimilar: 'Keine Behauptung hier sagt ungefähr dasselbe. Such nach einer.',
  nothingFound: 'Es wurde keine Behauptung gefunden.',
  found: '{n, plural, =0 {Keine Behauptung gefunden} one {# Behauptung} other {# Behauptungen}}',
  unlinkTitle: 'Eine Behauptung herausnehmen',
  unlinkWhy: 'Eine, die etwas anderes sagt, gehört nicht hierher. Sie behält alles, was bei ihr liegt.',
  unlink: 'Herausnehmen',
  unlinkOf: 'Herausnehmen: {statement}',
  thisClaim: 'Diese Behauptung',
};
