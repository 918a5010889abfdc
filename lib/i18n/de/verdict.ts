export const verdict = {
  true: 'Zutreffend',
  'mostly-true': 'Größtenteils zutreffend',
  mixed: 'Teils, teils',
  misleading: 'Irreführend',
  false: 'Falsch',
  unproven: 'Unbelegt',
  opinion: 'Meinung',
  disputed: 'Umstritten',
  open: 'Offen',
  folded: 'Noch ohne dein Urteil',
  remark: 'Anmerkung',
};
