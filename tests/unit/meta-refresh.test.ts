import { expect, test } from 'vitest';
import { refreshTarget } from '#lib/fetch/meta-refresh.ts';

const at = (text: string, contentType = 'text/html') =>
  refreshTarget({ url: 'https://example.org/old', contentType, text });

test.each([
  ['<meta http-equiv="refresh" content="0; url=/new">', 'https://example.org/new'],
  [
    `<META content='0;URL="https://example.com/a?b=1&amp;c=2#d"' HTTP-EQUIV=Refresh>`,
    'https://example.com/a?b=1&c=2',
  ],
  ['<meta name="a" content="b"><meta http-equiv=refresh content=1,new>', 'https://example.org/new'],
  ['<meta http-equiv="refresh" content="5 url = new">', 'https://example.org/new'],
  [
    '<head><title><meta></title><meta data-x=">" http-equiv="refresh" content="0.5;new"></head>',
    'https://example.org/new',
  ],
])('%s sends on', (html, target) => {
  expect(at(html)).toBe(target);
});

test.each([
  '<meta http-equiv="refresh" content="300">',
  '<meta http-equiv="refresh" content="0">',
  '<meta http-equiv="refresh" content="0; url=/old#comments">',
  '<meta http-equiv="refresh" content="6; url=/new">',
  '<meta http-equiv="refresh" content="0; url=http://">',
  '<noscript><meta http-equiv="refresh" content="0; url=/new?no-script"></noscript>',
  '<!-- <meta http-equiv="refresh" content="0; url=/new"> -->',
  `<script>document.write('<meta http-equiv="refresh" content="0; url=/new">')</script>`,
  '<body><pre><meta http-equiv="refresh" content="0; url=/new"></pre>',
  '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
  '<meta name="refresh" content="0; url=/new">',
])('%s does not', (html) => {
  expect(at(html)).toBeNull();
});

test('only a page of HTML can', () => {
  expect(at('<meta http-equiv="refresh" content="0; url=/new">', 'text/plain')).toBeNull();
});
