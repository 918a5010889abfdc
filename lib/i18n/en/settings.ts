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
  images: {
    title: 'Pictures of articles',
    lede: 'Their captions and descriptions are shown either way.',
    off: 'As links',
    offDoes: 'Nothing is loaded from elsewhere. Whoever wants to see a picture opens it at its source.',
    on: 'Shown',
    onDoes:
      'This server fetches PNG, JPEG, WebP, GIF and AVIF pictures, keeps up to 512 MB of them, and hands them on: readers ask nobody else. Whether you may show them is for you to know.',
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
  fullText: {
    title: 'Who reads the whole text of a source',
    lede: 'The text of a page that was given as evidence is its publisher’s. What is quoted of it, with some words around, everybody reads.',
    members: 'Everybody with an account',
    membersDoes:
      'Whoever judges a claim can check a quote in all of its context, and choose one in the text.',
    moderators: 'Moderators',
    moderatorsDoes: 'For places that have to be careful: everybody else checks a quote at the page itself.',
    everybody: 'Everybody',
    everybodyDoes:
      'Guests too read all that was kept. For pages that you may publish; search engines are asked to stay out.',
  },
  keepText: {
    title: 'How long the whole text of a source is kept',
    lede: 'Counted from when the page was first seen to hold it. Later its hash stays, and each passage that is quoted, with its place and some words around. A text that was forgotten cannot be brought back.',
    forever: 'For ever',
    foreverDoes: 'What a page said can still be compared with what it says in ten years.',
    fiveYears: 'Five years',
    fiveYearsDoes: 'Most disputes are over by then.',
    year: 'A year',
    yearDoes: 'Changes of a page can be seen for as long as most claims are argued about.',
    quarter: '90 days',
    quarterDoes: 'Long enough to check a quote in its context.',
    month: '30 days',
    monthDoes: 'Little of other people’s texts is stored.',
  },
};
