/** The page that brings an article in. */
export const importPage = {
  title: 'Bring an article in',
  description:
    'Paste an article, drop a file or give an address. You see what was recognised and correct it before anybody else sees it.',
  lede: 'Paste it, drop a file, or give its address. You look it over before it is published.',
  noScript:
    'This page needs JavaScript. Without it, articles can be brought in over the API or by the command line.',

  gateGuest: 'To bring an article in, sign in first. An account takes a name, an address and a password.',
  gateRole: {
    checker:
      'Here articles are brought in by checkers and those above them. If you want to help with that, ask the people who run this place to make you a checker.',
    moderator:
      'Here articles are brought in by moderators. Tell one of them about the article that you miss.',
    admin:
      'Here articles are brought in by the people who run this place. Tell one of them about the article that you miss.',
    reader: 'Your account cannot bring articles in.',
  },
  gateBanned: 'This account is suspended. It cannot bring articles in.',
  gateRead: 'Read what is here already',

  address: 'Address of the article',
  addressHint:
    'Leave the text empty and the page is fetched from here. Beside a text, it is kept as the address of the original.',
  text: 'The article',
  revisionText: 'The whole text of the article as it is now',
  textPlaceholder: 'Paste the article, with its title on top, or drop a file here',
  textHint:
    'Plain text, HTML or Markdown, or a file. Comments, menus and appeals may be in it: they are told apart.',
  chooseFile: 'Choose a file',
  fileKinds: '.txt, .html, .md, .docx or .pdf',
  fromFile: 'From the file {name}',
  fileWaits: '{name} ({kb, number} kB) is read when you look it over.',
  fileWaitsRevision: '{name} ({kb, number} kB) is read when you make it a revision.',
  kilobytes: '{kb, number} kB',
  drop: 'Drop it here',
  clear: 'Clear',
  cleared: 'The text was cleared.',
  restoreText: 'Bring it back',
  characters: '{n, plural, one {# character} other {# characters}}',
  form: 'Read it as',
  forms: { rich: 'Formatted text', text: 'Plain text', markdown: 'Markdown', html: 'HTML source' },
  formHints: {
    rich: 'Headings, links, lists and quotes came along with the words.',
    text: 'An empty line begins a new paragraph.',
    markdown: '# is a heading, > a quote, [words](address) a link.',
    html: 'The source of the page; scripts and styles are left out.',
  },
  richDropped:
    'You changed the words, so they are read as plain text now. “Formatted text” takes what you pasted.',
  preview: 'Look it over',
  previewing: 'Reading what you pasted …',
  reading: 'Reading the page …',
  readingFile: 'Reading {name} …',
  storingLater: 'Stored when you have looked it over',
  failed: { fetching: 'The page was not fetched.', reading: 'No article was read.' },
  fetching: 'Fetching the page from {host} …',
  fetchingTakes: 'This takes up to ten seconds.',
  stop: 'Stop',
  stopped: 'Stopped. Nothing was stored.',
  backToPreview: 'Back to the preview',
  readAnew: 'Read it anew',
  earlierPreview: 'Back to the earlier preview',

  restored: 'This is what you left here last time. It is kept in this browser only.',
  startOver: 'Start over',
  startedOver: 'What stood here was discarded.',
  undoStartOver: 'Bring it back',
  notKept:
    'This text is too large to be kept in this browser: if you close the page before publishing, you have to paste it again.',

  checkTitle: 'Look it over',
  checkLede:
    'This is how it would be published. Correct what is wrong: the text becomes the first version that everybody can refer to.',
  back: 'Back to what you pasted',
  fieldTitle: 'Title',
  fieldByline: 'Author',
  fieldSite: 'Published by',
  fieldDate: 'Published on',
  fieldLang: 'Language',
  fieldUrl: 'Address of the original',
  body: 'Text',
  missingTitle: 'An article needs a title.',
  longTitle: 'A title has at most 300 characters.',
  badField: 'This cannot be stored as it is.',
  badDate: 'This is not a date.',
  emptyBody: 'There is no text left. Undo in the editor, or put something back.',
  badBody: 'The text holds something that cannot be stored. Go back and read it as plain text.',
  guessed: 'Guessed: please check it.',
  notFound: 'Not found: fill it in if you know it.',
  leftOut: 'Left out',
  leftOutLede: 'This was taken for something other than the article.',
  putBack: 'Put back',
  putBackNamed: 'Put back: {start}',
  isBack: 'Put back at the end of the text.',
  known: 'This article is here already, under the same address:',
  knownHint: 'Open it to annotate it. Or change the address below, if this is another one.',
  openKnown: 'Open the article',
  publish: 'Publish',
  publishing: 'Storing and publishing …',
  publishHint: 'Everybody can read it then.',
  signInAgain: 'Sign in again',
  kept: 'What you typed is kept.',

  warnings: {
    'article-uncertain':
      'The article could not be told from the rest of the page for certain. Look through the text and delete what is not of it.',
    'beginning-only':
      'The page shows all of this article to its subscribers alone. What stands here may be its beginning: paste the rest, if you have it.',
    'order-uncertain':
      'The file has text side by side that can be read in more than one order. Look whether the paragraphs follow each other as they should.',
  },
  why: { comments: 'comments', appeal: 'appeal', furniture: 'around it', advert: 'advertisement' },
  refused: {
    kind: '{name} is not a kind of file that can be read here. Save it as text (.txt), HTML (.html), Markdown (.md), Word (.docx) or PDF, or copy its text and paste it.',
    'too-large-file': '{name} is too large. A file may have 8 MB at most.',
    'too-large': '{name} is too large. A file may have {max, number} characters at most.',
    'binary-text': '{name} is not text. Save it as text or HTML first, or copy its words and paste them.',
    'empty-text': 'There is no text in {name}.',
    unreadable: '{name} could not be read. Choose it again.',
    many: 'One file at a time, please. The first one was taken.',
  },
  fileReasons: {
    kind: '{name} is not a kind of file that can be read here. Copy its text and paste it.',
    'old-word': '{name} is a Word file from before 2007. Open it, save it as .docx, and choose that one.',
    encrypted: '{name} is protected by a password. Save it without one, or copy its text and paste it.',
    scanned:
      '{name} holds pictures of pages, not text. Have its text recognised (OCR) first, or paste the text.',
    'too-many-pages': '{name} has more than 300 pages. Save the pages of the article as a file of their own.',
    'too-large':
      '{name} holds too much to be read here. Save the article alone, or copy its text and paste it.',
    'too-slow': 'Reading {name} took too long. Save the article alone, or copy its text and paste it.',
    broken:
      '{name} is damaged, or not what its name says. Open it and save it again, or copy its text and paste it.',
    busy: 'Other files are being read just now. Try again in a moment.',
  },
  nothing: 'There is nothing to look at yet. Paste the article, drop a file or give an address.',
  tooLarge:
    'This text is too large. An article may have {max, number} characters at most. Take it alone, without what stands around it.',
  reasons: {
    timeout: 'The page did not answer within ten seconds. Try again, or paste its text.',
    'too-large': 'The page is larger than what is fetched here. Paste its text.',
    'not-html': 'There is no page with text under this address, but a file of another kind. Paste its text.',
    dns: 'There is no such host: {host}. Check the address.',
    tls: 'No secure connection to {host} is possible. Paste its text.',
    redirects: 'The page leads from one address to the next without end. Paste its text.',
    refused: '{host} does not answer. Try again later, or paste the text.',
    broken: 'The answer of {host} could not be read. Paste the text.',
    http: '{host} refused to show the page (status {status}). Paste its text.',
    http404: '{host} says that there is no such page. Check the address.',
    'not-a-url': 'This is not an address. It looks like https://example.org/article.',
    scheme: 'The address has to begin with http:// or https://.',
    credentials: 'The address holds a name or a password. Take them out.',
    port: 'Pages are fetched from the usual ports only.',
    'consent-page':
      '{host} asks for consent to cookies before it shows the article. Open it in your browser and paste its text.',
    'robot-check':
      '{host} wants to know whether a person reads it. Open it in your browser and paste its text.',
    paywall: '{host} shows this article to its subscribers alone. Paste its text, if you have it.',
    'sign-in': '{host} asks for a sign-in before it shows the article. Paste its text, if you have it.',
    'page-missing': '{host} says that there is no such page. Check the address.',
    'region-block':
      '{host} does not show this page in the country of this server. Paste its text, if you can see it.',
    'ad-blocker':
      '{host} asks to switch off an ad blocker before it shows the article. Open it in your browser and paste its text.',
    'blocked-address': '{host} is in a private network. Nothing is fetched from there. Paste the text.',
  },
};
