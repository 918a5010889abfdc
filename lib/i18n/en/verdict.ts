export const verdict = {
  true: 'Accurate',
  'mostly-true': 'Mostly accurate',
  mixed: 'Mixed',
  misleading: 'Misleading',
  false: 'False',
  unproven: 'Unproven',
  opinion: 'Opinion',
  disputed: 'Disputed',
  open: 'Open',
  folded: 'Yours to judge',
  remark: 'Remark',
};
