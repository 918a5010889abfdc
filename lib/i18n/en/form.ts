/** What every form says. */
export const form = {
  draftRestored: 'This was kept from before.',
  draftDiscard: 'Discard it',
  cancel: 'Cancel',
  close: 'Close',
  signInAgain: 'Sign in in a new tab',
  signInThen: 'Then come back and save again: what you typed is kept.',
  conflict: 'It was changed meanwhile and says now:',
  conflictHelp: 'Save again to put yours in its place.',
  conflictTheirs: 'Take that instead',
};
