import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button } from '#components/ui/button.tsx';
import { renderStatic } from '#components/ui/render-static.ts';

/** What the two write is the same page, however they spell it. */
function same(node: ReactNode) {
  const plain = (html: string) => html.replaceAll('/>', '>').replaceAll('&#x27;', '&#39;');
  expect(plain(renderStatic(node))).toBe(plain(renderToStaticMarkup(node)));
}

const Nested = ({ children, n }: { children?: ReactNode; n: number }) => (
  <>
    {n}
    {children}
  </>
);

test('elements, fragments and plain components become what React makes of them', () => {
  same('a < b & "c"');
  same([null, undefined, true, false, 0, 'x']);
  same(
    <p className="a b" id="x" tabIndex={-1} hidden>
      One{' '}
      <Nested n={3}>
        <b>two</b>
      </Nested>
      <br />
      <button type="button" disabled={false} aria-pressed={false} data-on={true} />
      <label htmlFor="y">{'<three>'}</label>
    </p>,
  );
  same(
    <svg viewBox="0 0 1 1" aria-hidden="true">
      <path d="M0 0" />
    </svg>,
  );
});

test('a function that waits for a press is left out; what cannot be drawn throws', () => {
  expect(renderStatic(<Button onClick={() => {}}>Go</Button>)).not.toContain('onclick');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it must be refused
  expect(() => renderStatic(<p dangerouslySetInnerHTML={{ __html: '<b>' }} />)).toThrow(/dangerously/);
  expect(() => renderStatic(<p style={{ color: 'red' }} />)).toThrow(/style/);
  const Late = () => Promise.resolve('late');
  expect(() => renderStatic((<Late />) as ReactNode)).toThrow(TypeError);
});
