import type { Page } from 'playwright-core';
import type { ArticleView } from '#lib/article/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { inDatabase } from './member.ts';
import type { TestServer } from './server.ts';

/** More than are sent whole (lib/flows/article-page.ts). */
export const CLAIMS = 320;
const A_PARAGRAPH = 16;

/** The nth marked words of the crowded article: some on each line, so that the cards pile up beside it. */
export const sentence = (n: number) => `in ${1500 + n} it had ${n} lamps`;
export const statement = (n: number) => `Lamps were counted in ${1500 + n}.`;
/** Behind the nth marked words, and unmarked. */
export const behind = (n: number) => `says page ${n + 1}`;

/** An article with so many claims that their cards are written as HTML; the nth is on the nth of its sentences. */
export async function crowdedArticle(
  site: TestServer,
  by: TestPerson,
  claims = CLAIMS,
): Promise<{ article: ArticleView; ids: string[] }> {
  return inDatabase(site, async () => {
    const [{ article }, { annotate }] = await Promise.all([
      import('#tests/factories/articles.ts'),
      import('#lib/flows/annotate.ts'),
    ]);
    const paragraph = (_: unknown, at: number) =>
      Array.from({ length: A_PARAGRAPH }, (_one, nth) => {
        const n = at * A_PARAGRAPH + nth;
        return `${sentence(n)}, ${behind(n)};`;
      }).join(' ');
    const text = Array.from({ length: Math.ceil(claims / A_PARAGRAPH) }, paragraph).join('\n\n');
    const on = await article({ by, text, title: 'Lamps of a small town' });
    const ids: string[] = [];
    for (let n = 0; n < claims; n += 1) {
      const target = { exact: sentence(n) };
      const made = await annotate(by, on.id, { kind: 'claim', target, statement: statement(n), sources: [] });
      ids.push(made.id);
    }
    return { article: on, ids };
  });
}

/** How far each card on the screen is from the line that its words begin in, in pixels; the largest. */
export const farthest = (page: Page) =>
  page.evaluate(() => {
    const gaps = [...document.querySelectorAll<HTMLElement>('.part[data-near] .slot:not([data-folded])')].map(
      (slot) => {
        const id = slot.querySelector<HTMLElement>('.card')?.dataset.annotation;
        const line = document.querySelector(`.prose mark[data-annotation="${id}"]`)?.getClientRects()[0];
        return Math.abs(slot.getBoundingClientRect().top - (line?.top ?? Number.NaN));
      },
    );
    return Math.max(...gaps);
  });

/** How much has shifted so far that nobody provoked. */
export const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
          resolve(shifts.reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
