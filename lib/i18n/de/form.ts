export const form = {
  draftRestored: 'Das ist von vorhin aufgehoben.',
  draftDiscard: 'Verwerfen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  signInAgain: 'In einem neuen Tab anmelden',
  signInThen: 'Komm dann zurück und speichere noch einmal: Dein Text bleibt erhalten.',
  conflict: 'Das wurde inzwischen geändert und lautet jetzt:',
  conflictHelp: 'Speichere noch einmal, um deine Fassung an die Stelle zu setzen.',
  conflictTheirs: 'Stattdessen das nehmen',
};
