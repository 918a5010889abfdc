/** Feeds, und die Seite, die sie aufzählt. */
export const feeds = {
  title: 'Feeds',
  lede: 'Was es hier Neues gibt, für einen Feedreader oder ein Programm. Jeder enthält die neuesten fünfzig.',
  formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
  kinds: { articles: 'Artikel', claims: 'Behauptungen', rulings: 'Befunde', corrections: 'Korrekturen' },
  about: {
    articles: 'Artikel, die hergebracht wurden, und wie es ihnen erging.',
    claims: 'Behauptungen, die in Artikeln markiert wurden, mit dem Urteil, das sie zeigen.',
    rulings: 'Die Urteile, die Prüfer veröffentlicht haben, mit ihrer Zusammenfassung.',
    corrections: 'Was an veröffentlichten Befunden geändert, zurückgenommen oder erneuert wurde, und warum.',
  },
  ruled: '{verdict}: {statement}',
  inArticle: 'In „{title}“',
  changed: {
    correction: 'Korrigiert: {statement}',
    retraction: 'Zurückgenommen: {statement}',
    renewal: 'Neu veröffentlicht: {statement}',
  },
  before: 'Das Urteil davor: {verdict}',
  claimReviews: 'ClaimReview für Suchmaschinen',
  aboutClaimReviews:
    'Alle veröffentlichten Befunde als strukturierte Daten, in den Begriffen von schema.org.',
  claimSummary: '{verdict}: „{words}“, in „{title}“',
};
