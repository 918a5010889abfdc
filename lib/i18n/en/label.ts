/** Labels: what people say of a passage beside true and false. */
export const label = {
  title: 'Labels',
  none: 'Nobody has put a label on it yet.',
  add: 'Label',
  count: '{n} of {of}',
  putOn: 'Say so too',
  takeOff: 'Take it off again',
  fault: 'What is wrong with it',
  merit: 'What is right with it',
  loading: 'Loading …',
  put: '“{name}” put on it: {n} of {of}.',
  putAndStands: '“{name}” put on it: {n} of {of}. It stands at the passage.',
  takenOff: '“{name}” taken off.',
  explanation:
    'A label stands at the passage once at least {people} people and {percent} % of those who labelled it chose it, and more than chance would bring together: an exact test against how often people choose it elsewhere, wrong in at most one passage of {passages}.',
};
