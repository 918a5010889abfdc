/** Feeds, and the page that lists them. */
export const feeds = {
  title: 'Feeds',
  lede: 'What is new here, for a feed reader or a program. Each holds the newest fifty.',
  formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
  kinds: { articles: 'Articles', claims: 'Claims' },
  about: {
    articles: 'Articles that were brought in, and how they fared.',
    claims: 'Claims that were marked in articles, with the verdict that they show.',
  },
  claimSummary: '{verdict}: “{words}”, in “{title}”',
};
