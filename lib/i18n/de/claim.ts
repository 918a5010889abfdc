import type { claim as english } from '../en/claim.ts';

export const claim: typeof english = {
  remarkTitle: 'Anmerkung zu „{words}“',
  claimDescription:
    '{verdict}: eine Behauptung in „{title}“, mit {sources, plural, =0 {noch keiner Quelle} one {# Quelle} other {# Quellen}} und {assessments, plural, =0 {noch keinem Urteil} one {# Urteil} other {# Urteilen}}.',
  remarkDescription: 'Eine Anmerkung zu einer Stelle in „{title}“.',
  claimIn: 'Behauptung in',
  claimInOriginal: 'Behauptung in einem Kommentar zum Original von',
  remarkIn: 'Anmerkung in',
  by: 'markiert von <person>{name}</person>',
  edited: 'bearbeitet',
  passage: 'Wo sie steht',
  saidBy: 'In einem Kommentar von {name} zum Original:',
  withheld:
    'Diese Worte standen in einem Kommentar zum Original, den die Moderation verborgen hat: Sie werden nicht gezeigt.',
  withheldLog: 'Protokoll der Moderation',
  withheldWhy: 'Der Grund:',
  withheldWords: 'Mir als Moderator zeigen',
  inOriginal: 'Unter den Kommentaren lesen',
  compare: 'Fassungen {from} und {to} vergleichen',
  inText: 'Im Artikel lesen',
  ofRevision: 'in Fassung {n}',
  withdrawn:
    'Diese Markierung wurde zurückgezogen, von dem Menschen, der sie gemacht hat. Sie bleibt lesbar, weil andere sich beteiligt haben; sie zählt nicht mehr.',
  withdrawnRuled:
    'Diese Markierung wurde zurückgezogen, von dem Menschen, der sie gemacht hat, und zählt nicht mehr unter denen des Artikels. Was Prüfer über sie veröffentlicht haben, gilt weiter.',
  hidden:
    'Diese Markierung wurde von der Moderation ausgeblendet. Nur wer sie gemacht hat und die Moderation sehen sie.',
  removed: 'Diese Markierung wurde von der Moderation entfernt. Nur wer sie gemacht hat, sieht sie.',
  verdicts: 'Die Urteile',
  tallyText: '{total, plural, one {# Urteil} other {# Urteile}}, {sourced} mit Quelle',
  openWhy: 'Eine Behauptung zeigt ein Urteil, sobald zwei Personen eines mit Quelle abgegeben haben.',
  disputedWhy: 'Kein Urteil hat mehr als die Hälfte derer, die eine Quelle nennen.',
  change: {
    title: 'Was würde das ändern?',
    row: '{more, plural, one {# weitere Person} other {# weitere}} {from, select, one {von der größeren Seite} other {von der kleineren Seite} each {von jeder Seite}}, {more, plural, one {die es} other {die es}} {helpfulness, select, helpful {hilfreich} other {nicht hilfreich}} {more, plural, one {findet} other {finden}}: {becomes}',
    becomes: {
      helpful: 'dann gilt es als hilfreich',
      'not-helpful': 'dann gilt es als nicht hilfreich',
      'needs-more-ratings': 'dann braucht es wieder mehr Bewertungen',
    },
    none: 'Nichts, was dreißig weitere Leute sagen könnten.',
    counts:
      'Für mehr als einfaches Zählen haben zu wenige bewertet. Sobald es genug sind, steht hier stattdessen, was Leute hilfreich finden, die sonst uneins sind.',
    data: 'Alle Bewertungen als Daten',
    outcome: 'was sie ergeben',
  },
  noVerdict: 'Noch hat niemand ein Urteil abgegeben.',
  giveVerdict: 'Sag, was du davon hältst',
  sources: 'Die Quellen',
  stances: { supports: 'Dafür', refutes: 'Dagegen', context: 'Hintergrund' },
  noSource: 'Noch gibt es keine Quelle.',
  noneOf: { supports: 'Noch spricht nichts dafür.', refutes: 'Noch spricht nichts dagegen.' },
  addSource: 'Trag im Artikel eine bei',
};
