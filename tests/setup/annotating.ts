import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { inDatabase } from './member.ts';
import type { TestServer } from './server.ts';

/** A news item with what makes selecting hard: a link, a list, emoji, combining marks, Arabic, Chinese. */
export const NEWS = `
<p>When the council voted for the ring road, its mayor promised that it would cost the town nothing. By 2025, she said,
tolls would have covered every cent of the 84 million. The toll gates were opened on a wet Monday in May.</p>
<p>Some 11,300 vehicles pass the gates on a working day, <a href="https://example.org/report">says the report</a> of the
town. Traffic in the old town has fallen by 40 percent.</p>
<ul><li>The road is nine kilometres long.</li><li>It has three bridges.</li></ul>
<p>Dr. Ellingsen helped the 👩‍🚒 brigade, and the cafe\u0301 owners cheered.</p>
<p>بلغت تكلفة الطريق ٨٤ مليونا. لم يدفع أحد شيئا.</p>
<p>市議会は道路に賛成した。費用は八千四百万だった。</p>`;

/** An article of that HTML in the database of the site. */
export async function news(site: TestServer, html = NEWS): Promise<ArticleView> {
  return inDatabase(site, async () => {
    const [{ person }, { fromHtml }, { documentText }, { addArticle }, { requireArticle }] =
      await Promise.all([
        import('#tests/factories/people.ts'),
        import('#lib/document/from-html.ts'),
        import('#lib/document/text.ts'),
        import('#lib/article/mutations.ts'),
        import('#lib/article/queries.ts'),
      ]);
    const document = fromHtml(html);
    const about = {
      title: 'The ring road',
      byline: null,
      site: null,
      lang: 'en',
      publishedAt: null,
      url: null,
      canonicalUrl: null,
    };
    const { id } = await addArticle(await person(), { ...about, document, text: documentText(document) });
    return requireArticle(id);
  });
}

/** What a program of that person sends to the site. */
export async function send<T>(
  site: TestServer,
  who: TestPerson,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(new URL(path, site.url), {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : null) as T;
}

/** A claim of somebody, made by a program. */
export async function claimOf(
  site: TestServer,
  who: TestPerson,
  article: { id: string },
  exact: string,
): Promise<AnnotationDetail> {
  const body = { kind: 'claim', target: { exact }, statement: `It is said: ${exact}` };
  return send(site, who, 'POST', `/api/articles/${article.id}/annotations`, body);
}

/** Opens an article and waits until tiptap has taken it over. */
export async function openWorkspace(page: Page, { slug }: { slug: string }) {
  await page.goto(`/articles/${slug}`);
  await page.locator('.prose.ProseMirror').waitFor();
}

/** The middle of the first character of some words, and of their last one, on the screen. */
async function pointsOf(page: Page, from: string, to = from) {
  return page.locator('.prose').evaluate(
    (root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: { node: Text; at: number }[] = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        texts.push({ node: node as Text, at: all.length });
        all += node.nodeValue;
      }
      const box = (offset: number) => {
        const text = texts.findLast(({ at }) => at <= offset);
        if (!text) throw new Error(`nothing at ${offset}`);
        const range = document.createRange();
        range.setStart(text.node, offset - text.at);
        range.setEnd(text.node, offset - text.at + 1);
        return range.getBoundingClientRect();
      };
      const start = all.indexOf(words.from);
      const end = all.indexOf(words.to, start) + words.to.length;
      if (start < 0 || end <= start)
        throw new Error(`“${words.from}” … “${words.to}” does not stand in the text`);
      const first = box(start);
      const last = box(end - 1);
      return {
        first: { x: first.left + 1, y: first.top + first.height / 2 },
        last: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    },
    { from, to },
  );
}

/** Drags the mouse over words, as a hand does. */
export async function selectByMouse(page: Page, from: string, to = from) {
  await page.locator('.prose').getByText(from.slice(0, 12)).first().scrollIntoViewIfNeeded();
  const { first, last } = await pointsOf(page, from, to);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x - 4, last.y, { steps: 3 });
  await page.mouse.move(last.x, last.y);
  await page.mouse.up();
}

/** Selects from one offset of a text node to another, as the handles of a touch screen do. */
export async function selectByHandles(page: Page, from: string, to = from) {
  await page.locator('.prose').evaluate(
    (root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const find = (sought: string, end: boolean): [Node, number] | null => {
        for (let node = walker.currentNode as Node | null; node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(sought) ?? -1;
          if (node.nodeType === 3 && at >= 0) return [node, end ? at + sought.length : at];
        }
        return null;
      };
      const start = find(words.from, false);
      const end = find(words.to, true);
      if (!start || !end) throw new Error(`“${words.from}” … “${words.to}” is not in one piece of text each`);
      document.getSelection()?.setBaseAndExtent(...start, ...end);
    },
    { from, to },
  );
}

/** What the API has of an article now. */
export async function annotationsOf(page: Page, { id }: { id: string }): Promise<AnnotationDetail[]> {
  const response = await page.request.get(`/api/articles/${id}/annotations`);
  expect(response.status()).toBe(200);
  return (await response.json()).items;
}

/** The text with its marks as the server sends it and as tiptap draws it, without what only one of them may have. */
export async function bothDrawings(page: Page): Promise<{ served: string; drawn: string }> {
  return page.evaluate(async () => {
    const response = await fetch(location.pathname);
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
    const clean = (root: Element | null) => {
      const copy = root?.cloneNode(true) as Element;
      // ProseMirror ends a block so whose last thing is a marker; it has no width and makes no line.
      for (const end of copy.querySelectorAll('br.ProseMirror-trailingBreak')) end.remove();
      // The room of a marker that went: it goes with the next reading of the page.
      for (const gap of copy.querySelectorAll('.mark-gap')) gap.remove();
      for (const element of copy.querySelectorAll('*')) {
        const attributes = [...element.attributes].filter(({ name }) => name !== 'tabindex');
        for (const { name } of [...element.attributes]) element.removeAttribute(name);
        for (const { name, value } of attributes.sort((a, b) => (a.name < b.name ? -1 : 1)))
          element.setAttribute(name, value);
      }
      copy.normalize();
      return copy.innerHTML;
    };
    return { served: clean(parsed.querySelector('.prose')), drawn: clean(document.querySelector('.prose')) };
  });
}
