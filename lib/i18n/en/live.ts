/** What others did while somebody reads. */
export const live = {
  annotations: '{n, plural, one {# new annotation} other {# new annotations}}',
  comments: '{n, plural, one {# new comment} other {# new comments}}',
  replies: '{n, plural, one {# new reply} other {# new replies}}',
  changed: 'This page has changed: read it anew',
  failed: 'This could not be read just now. Try again in a moment.',
  annotationGone: 'The annotation that you had open was taken away.',
  commentGone: 'This comment was taken away a moment ago.',
};
