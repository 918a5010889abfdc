/** Feeds, and the page that lists them. */
export const feeds = {
  title: 'Feeds',
  lede: 'What is new here, for a feed reader or a program. Each holds the newest fifty.',
  formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
  kinds: { articles: 'Articles', claims: 'Claims', rulings: 'Rulings', corrections: 'Corrections' },
  about: {
    articles: 'Articles that were brought in, and how they fared.',
    claims: 'Claims that were marked in articles, with the verdict that they show.',
    rulings: 'The verdicts that checkers published, with their summaries.',
    corrections: 'What was changed in published rulings, retracted or published anew, and why.',
  },
  ruled: '{verdict}: {statement}',
  inArticle: 'In “{title}”',
  changed: {
    correction: 'Corrected: {statement}',
    retraction: 'Retracted: {statement}',
    renewal: 'Published anew: {statement}',
  },
  before: 'The verdict before: {verdict}',
  claimReviews: 'ClaimReview for search engines',
  aboutClaimReviews: 'All published rulings as structured data, in the words of schema.org.',
  claimSummary: '{verdict}: “{words}”, in “{title}”',
};
