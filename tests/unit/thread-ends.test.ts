import { expect, test } from 'vitest';
import { readThread } from '#lib/importers/thread/read-thread.ts';

test('the last comment of a copied section ends where its words do, and keeps its votes', () => {
  const text =
    'The reeds are white now, from the foot to the tip.\n\n2 Comments\nOldest\n\nAda\n3 days ago\nIt was the salt.\n\n3\n-1\nReply\n\nBo Lunt\n1 hour ago\nI saw them.\n\n1\n0\nReply\n\nwpDiscuz\nLoad More Comments';
  expect(readThread({ text })?.comments).toMatchObject([
    { author: 'Ada', body: { text: 'It was the salt.' }, votes: { up: 3, down: 1 } },
    { author: 'Bo Lunt', body: { text: 'I saw them.' }, votes: { up: 1, down: 0 } },
  ]);
});

test('a comment in JSON-LD whose markup was escaped is read as it was meant', () => {
  const comment = { '@type': 'Comment', text: 'White reeds &amp; &lt;b&gt;salt&lt;/b&gt;', author: 'Ada' };
  const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', comment: [comment] })}</script>`;
  expect(readThread({ html })?.comments).toMatchObject([{ body: { html: 'White reeds & <b>salt</b>' } }]);
});
