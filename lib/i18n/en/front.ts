/** The front page. */
export const front = {
  title: 'Articles, and how they fared',
  description: 'News articles whose claims were marked, sourced and judged, passage by passage, in the open.',
  heading: 'Articles, and how they fared',
  lede: 'Every claim is marked where it stands, with its sources beside it and the verdicts that people gave.',
  broughtIn: 'brought in on',
  older: 'Older articles',
  newest: 'Back to the newest articles',
  pages: 'Pages of the list',
  noClaims: 'No claim has been marked yet.',
  emptyTitle: 'There is no article here yet',
  emptyText:
    'Bring in the first one: paste its text, drop a file or give its address. Then mark the claims in it and lay the evidence beside them.',
  emptyGuest: 'Sign in to bring in the first one: paste its text, drop a file or give its address.',
  endTitle: 'There are no older articles',
  endText: 'You have come to the first one that was brought in.',
};
