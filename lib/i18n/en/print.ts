/** An article on paper: its page for printers, and the PDF. */
export const print = {
  title: '“{title}” with its notes, for printing',
  hint: 'The print command of your browser prints this page without what is around it.',
  pdf: 'PDF',
  back: 'Back to the article',
  notes: 'Notes',
  noNotes: 'Nobody has marked anything in this article.',
  gone: 'No longer in the text',
  original: 'Original',
  address: 'Read and discussed at',
  revision: 'Revision {n}, as of {date}',
  markedBy: 'marked by {name}',
  ruledBy: 'Ruling by {name}, {date}: {verdict}',
  changes: {
    correction: 'Corrected on {date}: {reason}',
    retraction: 'Taken back on {date}: {reason}',
    renewal: 'Published anew on {date}: {reason}',
  },
  moreNotes:
    '{n, plural, one {One more annotation stands} other {# more annotations stand}} at the address above.',
  toText: 'Back to the text',
};
