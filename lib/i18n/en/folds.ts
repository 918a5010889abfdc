/** Lists in which claims say what others made of them, for who has not judged them. */
export const folds = {
  label: 'Verdicts of others',
  folded:
    '{n, plural, one {One claim here is yours to judge: what others made of it is} other {# claims here are yours to judge: what others made of them is}} folded until you have.',
  show: 'Show verdicts',
  kept: 'Showing them is kept: a verdict that you give afterwards says that you had seen the others.',
  revealed:
    'You asked to see what others made of {n, plural, one {a claim that you have not judged. A verdict that you give on it} other {# claims that you have not judged. A verdict that you give on one of them}} says so.',
  withheld:
    'This list tells what others made of claims, some of which may be yours to judge, and you came to it from another site.',
  filter:
    'Choosing a verdict shows you what others made of the claims that are found. A verdict that you give on one of them afterwards says so.',
  filterState:
    'Choosing a verdict or a state shows you what others made of the claims that are found. A verdict that you give on one of them afterwards says so.',
};
