/** Feeds, und die Seite, die sie aufzählt. */
export const feeds = {
  title: 'Feeds',
  lede: 'Was es hier Neues gibt, für einen Feedreader oder ein Programm. Jeder enthält die neuesten fünfzig.',
  formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
  kinds: { articles: 'Artikel', claims: 'Behauptungen' },
  about: {
    articles: 'Artikel, die hergebracht wurden, und wie es ihnen erging.',
    claims: 'Behauptungen, die in Artikeln markiert wurden, mit dem Urteil, das sie zeigen.',
  },
  claimSummary: '{verdict}: „{words}“, in „{title}“',
};
