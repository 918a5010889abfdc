export const label = {
  title: 'Etiketten',
  none: 'Noch hat niemand ein Etikett vergeben.',
  add: 'Etikett',
  count: '{n} von {of}',
  putOn: 'Auch vergeben',
  takeOff: 'Wieder wegnehmen',
  fault: 'Was daran nicht stimmt',
  merit: 'Was daran gut ist',
  loading: 'Lädt …',
  put: '„{name}“ vergeben: {n} von {of}.',
  putAndStands: '„{name}“ vergeben: {n} von {of}. Es steht an der Stelle.',
  takenOff: '„{name}“ weggenommen.',
  explanation:
    'Ein Etikett steht an der Stelle, sobald es mindestens {people} Personen und {percent} % derer vergeben haben, die hier Etiketten vergaben, und mehr, als der Zufall zusammenbrächte: ein exakter Test gegen die sonstige Häufigkeit, der höchstens an einer von {passages} Stellen irrt.',
};
