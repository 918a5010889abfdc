/** For the pages that stand in for a broken one. Kept apart because the browser needs both languages of it. */
export const failure = {
  title: 'Something went wrong on our side',
  body: 'The page could not be shown. Try again; if it stays like this, come back a little later.',
  retry: 'Try again',
  home: 'To the front page',
};
