import { beforeAll, describe, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { article } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { finding, found, markedIn } from '#tests/setup/searching.ts';

let harbour: ArticleView;
beforeAll(async () => {
  harbour = await article({ title: 'Eleven weeks of ice' });
});

describe('spellings and languages', () => {
  test('slips of the pen are forgiven where nothing has the very word', async () => {
    const said = await comment({ on: { article: harbour.id }, text: 'Ask the Heliographer about it.' });
    for (const typo of ['heliograhper', 'helliographer', 'heliografer', 'heliographr']) {
      const page = await finding(typo);
      expect(
        page.items.map(({ id }) => id),
        typo,
      ).toEqual([said.id]);
      expect(page.fit).toBe('similar');
      expect(markedIn(page.items[0]?.snippet ?? { text: '', marks: [] })).toEqual(['Heliographer']);
    }
    expect((await finding('heliographer')).fit).toBe('all');
    expect((await finding('xxqzzy')).items).toEqual([]);
  });

  test('of several words one may be misspelt; where no text has all, some will do', async () => {
    const said = await comment({ on: { article: harbour.id }, text: 'The sextant of the quartermaster.' });
    expect(await found('sextant quatermaster')).toEqual([`comment ${said.id}`]);
    const some = await finding('sextant zzyqx');
    expect(some.fit).toBe('some');
    expect(some.items.map(({ id }) => id)).toEqual([said.id]);
  });

  test('German: other forms, umlauts left out or written as two letters, parts of compounds', async () => {
    const lang = {
      title: 'Stadt',
      lang: 'de-AT',
      text: 'Die Bürgermeisterin ließ die Mühlendämme sanieren.',
    };
    const here = `article ${(await article(lang)).id}`;
    for (const q of [
      'Bürgermeisterinnen',
      'burgermeisterin',
      'Buergermeisterin',
      'MÜHLENDÄMME',
      'Muehlendaemme',
    ])
      expect(await found(q), q).toContain(here);
    expect(await found('liess', { kind: 'article' })).toContain(here);
    expect(await found('Mühlen', { kind: 'article' })).toContain(here);
    expect(await found('die Mühlendämme', { kind: 'article' })).toContain(here);
  });

  test('English: other forms of a word', async () => {
    const said = await comment({ on: { article: harbour.id }, text: 'They were galvanizing it.' });
    expect(await found('galvanized')).toEqual([`comment ${said.id}`]);
  });

  test('French, Russian and Turkish have their own forms', async () => {
    const of = async (lang: string, text: string) => (await article({ title: 'x', lang, text })).id;
    const fr = await of('fr', 'Les manifestations étaient interdites.');
    const ru = await of('ru', 'Депутаты обсуждали бюджеты.');
    expect(await found('manifestation interdite')).toContain(`article ${fr}`);
    expect(await found('бюджет')).toContain(`article ${ru}`);
    expect(await found('etaient')).toContain(`article ${fr}`);
  });

  test('scripts without spaces are found by any stretch of letters, and by no other', async () => {
    const here = `article ${(await article({ title: '冬', lang: 'zh', text: '北港的港口结冰了十一个星期。' })).id}`;
    const other = `article ${(await article({ title: '口', lang: 'zh', text: '人口很多，海港很大。' })).id}`;
    expect(await found('港口', { kind: 'article' })).toEqual([here]);
    expect(await found('结冰了', { kind: 'article' })).toEqual([here]);
    expect((await found('港', { kind: 'article' })).sort()).toEqual([here, other].sort());
    expect(await found('冰港')).toEqual([]);
    const [item] = (await finding('港口')).items;
    expect(markedIn(item?.snippet ?? { text: '', marks: [] })).toEqual(['港口']);
    const ja = `article ${(await article({ title: 'x', lang: 'ja', text: '市議会は道路に賛成した。' })).id}`;
    expect(await found('道路')).toEqual([ja]);
  });

  test('what stands in quotation marks stands so in the text', async () => {
    const one = await comment({ on: { article: harbour.id }, text: 'The brass telegraph; wires were cut.' });
    const two = await comment({ on: { article: harbour.id }, text: 'Wires of a telegraph made of brass.' });
    expect((await found('brass telegraph')).sort()).toEqual(
      [`comment ${one.id}`, `comment ${two.id}`].sort(),
    );
    expect(await found('"brass telegraph"')).toEqual([`comment ${one.id}`]);
    expect(await found('„telegraph wires“')).toEqual([`comment ${one.id}`]);
    expect(await found('"telegraph wire"')).toEqual([]);
  });

  test('small words alone are sought, beside others they only help', async () => {
    const said = await comment({ on: { article: harbour.id }, text: 'The marzipan of the council.' });
    expect(await found('where is the marzipan')).toEqual([`comment ${said.id}`]);
    expect(await found('the marzipan of')).toEqual([`comment ${said.id}`]);
    expect((await finding('the')).items.length).toBeGreaterThan(0);
  });
});
