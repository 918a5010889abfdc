export const layout = {
  tagline: 'A mark in the margin beside the line that is doubted: claims in the news, checked in the open.',
  description:
    'Claims in news articles, marked in the text and checked in the open: sources, verdicts and discussion beside the words.',
  mainNavigation: 'Main',
  account: 'Your account',
  profile: 'Your profile',
  settings: 'Settings',
  log: 'Log',
  queue: 'Moderation queue',
  waiting: 'waiting for moderators',
  people: 'People',
  placeSettings: 'Settings of this place',
  moderationLog: 'Log of moderation',
  feeds: 'Feeds',
  theme: 'Colours',
  themeSystem: 'as the system',
  themeLight: 'light',
  themeDark: 'dark',
  notFoundTitle: 'There is nothing at this address',
  notFound:
    'The link may be mistyped, or what stood here was taken away. The articles are all on the front page.',
  toArticles: 'To the articles',
};
