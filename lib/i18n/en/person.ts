/** A person's page. */
export const person = {
  title: '{name} (@{handle})',
  description:
    'What {name} marked and checked: {annotations, plural, one {# annotation} other {# annotations}}, {assessments, plural, one {# verdict} other {# verdicts}}, {sources, plural, one {# source} other {# sources}}.',
  roles: { reader: 'reader', checker: 'checker', moderator: 'moderator', admin: 'admin' },
  joined: 'here since {date}',
  edit: 'Edit your profile',
  tabs: 'What {name} did',
  annotations: 'Annotations',
  assessments: 'Verdicts',
  sources: 'Sources',
  pages: 'Pages of the list',
  older: 'Older',
  newest: 'Back to the newest',
  inArticle: 'in <article>{title}</article>',
  shows: 'the claim shows <verdict></verdict>',
  earlier: 'given on an earlier wording, not counted now',
  stances: { supports: 'supports', refutes: 'refutes', context: 'context for' },
  empty: {
    annotations: '{name} has not marked anything yet.',
    assessments: '{name} has not given a verdict yet.',
    sources: '{name} has not added a source yet.',
  },
  own: {
    annotations: 'You have not marked anything yet. Open an article and select the words of a claim.',
    assessments:
      'You have not given a verdict yet. Open a claim, look at its sources and say what you make of it.',
    sources: 'You have not added a source yet. A claim without one is a good place to begin.',
  },
  noOlder: 'There is nothing older.',
  toArticles: 'See the articles',
};
