/** What an admin changes while it runs. */
export const settings = {
  title: 'Settings of this place',
  lede: 'Each holds from the moment it is saved, for everybody. Nothing has to be started anew.',
  save: 'Save',
  saved: 'Saved. It holds from now on.',
  inForce: 'in force since {date}',
  untouched: 'never changed',
  changed: 'not saved yet',
  conflict: 'Somebody else has just set this to “{value}”. Save again if yours should hold.',
  noScript: 'Changing settings needs JavaScript.',
  preModeration: {
    title: 'Comments wait for a moderator',
    lede: 'What waits is seen by its author and by moderators, until one of them approves it in the queue.',
    off: 'Never',
    offDoes:
      'Every comment is seen at once; moderators hear of what others report. Costs the least work, and lets the most through.',
    newcomers: 'Newcomers’',
    newcomersDoes:
      'A newcomer is a reader of whom no comment is visible yet: theirs wait until a first one is approved, however long they have had an account and whatever their trust. Keeps out most spam, for a little work.',
    all: 'Everybody’s',
    allDoes:
      'Each comment is read before others see it, and so is each change. Talk slows down to the speed of the moderators.',
  },
  guests: {
    title: 'Guests may comment',
    lede: 'People without an account, who give a name and an address. What they write always waits for a moderator.',
    on: 'Yes',
    onDoes:
      'More people say something, and moderators have more to read. The address is seen by moderators only.',
    off: 'No',
    offDoes: 'Whoever wants to say something signs up first.',
  },
  importRole: {
    title: 'Who may bring articles in',
    lede: 'From an address, a file or pasted text. Those above may too.',
    reader: 'Everybody with an account',
    readerDoes: 'The place grows by itself, with what its readers read.',
    checker: 'Checkers',
    checkerDoes: 'Those who also publish rulings choose what is discussed.',
    moderator: 'Moderators',
    moderatorDoes: 'Articles come in as fast as moderators bring them.',
    admin: 'Admins',
    adminDoes: 'For a place that discusses its own articles only.',
  },
  check: {
    title: 'Articles are looked at again',
    lede: 'Whoever is signed in can have one looked at either way.',
    on: 'By themselves',
    onDoes:
      'After an hour, then less and less often while nothing changes. The server fetches pages of others for that.',
    off: 'Only when somebody asks',
    offDoes: 'Nothing is fetched unless somebody wants it.',
  },
  signUp: {
    title: 'People may sign up',
    lede: 'Who has an account keeps it either way.',
    on: 'Yes',
    onDoes: 'Anybody with a mail address can make an account.',
    off: 'No',
    offDoes:
      'Accounts are made by the operator at the command line: for a closed circle, or while spam pours in.',
  },
};
