import type { JSONContent } from '@tiptap/core';
import { paragraph } from '#lib/document/from-text.ts';
import type { Random } from './random.ts';

const TOWNS = [
  'Lindow',
  'Marrow Bay',
  'Östervik',
  'Saint-Aurèle',
  'Kalmünd',
  'Tessaly',
  'Vellmar',
  '北港',
  'Dunmere',
];
const THINGS = [
  'the northern bridge',
  'the tram line',
  'the harbour wall',
  'the public baths',
  'the old granary',
  'the reservoir',
];
const WHO = [
  'the council',
  'the harbour master',
  'a committee of nine',
  'the school board',
  'the water company',
  'the union of dockers',
];
const GOODS = ['rye', 'coal', 'salt fish', 'timber', 'tea', 'paper', 'bicycles'];
const FIRST = [
  'Ada',
  'Bruno',
  'Chinua',
  'Dora',
  'Emil',
  'Fatima',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Katya',
  'Luis',
  'Mei',
  'Noor',
  'Olu',
  'Petra',
];
const LAST = [
  'Abel',
  'Brandt',
  'Costa',
  'Dalgaard',
  'Eriksen',
  'Fontaine',
  'Grau',
  'Hoshino',
  'Ivanova',
  'Juhl',
  'Kowalski',
  'Lund',
  'Møller',
  'Novak',
];

const SENTENCES: readonly ((r: Random) => string)[] = [
  (r) => `In ${r.int(1790, 2020)} ${r.pick(WHO)} of ${r.pick(TOWNS)} spent ${money(r)} on ${r.pick(THINGS)}.`,
  (r) => `The price of ${r.pick(GOODS)} rose by ${r.int(2, 90)} per cent within ${r.int(2, 11)} months.`,
  (r) =>
    `${r.int(3, 98)} per cent of the households had running water, more than anywhere else on the coast.`,
  (r) => `${r.pick(TOWNS)} has ${r.int(2, 900)},${r.int(100, 999)} inhabitants and no railway station.`,
  (r) => `Nobody has counted how much ${r.pick(GOODS)} passed through ${r.pick(TOWNS)} that winter.`,
  (r) =>
    `“We were told it would take ${r.int(2, 9)} years,” said ${personName(r)}, who worked on ${r.pick(THINGS)}.`,
  (r) => `Since then ${r.pick(WHO)} has met on every first Monday, in summer too.`,
  (r) =>
    `The register of ${r.int(1800, 1990)} names ${r.int(12, 480)} ships, of which ${r.int(2, 11)} were lost.`,
  (r) => `Whoever walks along ${r.pick(THINGS)} today sees little of it.`,
  (r) =>
    `It was the longest strike in the history of ${r.pick(TOWNS)}: ${r.int(4, 60)} days without ${r.pick(GOODS)}.`,
  (r) =>
    `Two of three travellers came for ${r.pick(THINGS)}; the others, the guest books say, had missed a ferry. ⚓`,
  (r) => `According to ${r.pick(WHO)}, ${r.pick(THINGS)} carries ${r.int(200, 90_000)} people a day.`,
];

const REMARKS: readonly ((r: Random) => string)[] = [
  (r) => `The yearbook of ${r.int(1900, 2020)} says ${r.int(3, 97)} per cent, not more.`,
  () => 'Where does this number come from? The report that is linked does not have it.',
  (r) => `I looked it up in the archive of ${r.pick(TOWNS)}: the figures are for the whole county.`,
  (r) => `That holds for ${r.pick(GOODS)} only. For ${r.pick(GOODS)} it was the other way round.`,
  () => 'The sentence is right word for word, and still leaves out the years before.',
  (r) => `${personName(r)} wrote about this at length; the second chapter settles it.`,
  () => 'Agreed. 👍',
  (r) =>
    `Both can be true: ${r.pick(WHO)} counted twice that year.\n\nThe first count was in spring, the second after the flood.`,
  () => 'Thank you, that convinces me. I have changed my verdict.',
];

const TITLES: readonly ((r: Random) => string)[] = [
  (r) => `What ${r.pick(THINGS)} did for ${r.pick(TOWNS)}`,
  (r) => `${r.pick(TOWNS)} and the price of ${r.pick(GOODS)}`,
  (r) => `The winter of ${r.int(1790, 1990)} in ${r.pick(TOWNS)}`,
  (r) => `How ${r.pick(WHO)} saved ${r.pick(THINGS)}`,
];

const money = (r: Random) => `${r.int(2, 999)},${r.int(100, 999)} crowns`;
const sentence = (r: Random) => r.pick(SENTENCES)(r);

export const title = (r: Random) => r.pick(TITLES)(r);
export const personName = (r: Random) => `${r.pick(FIRST)} ${r.pick(LAST)}`;
/** What somebody says in a thread, or to explain a verdict. */
export const words = (r: Random) => r.pick(REMARKS)(r);

/** The body of an article of about so many words. */
export function articleBody(r: Random, length: number): JSONContent {
  const content: JSONContent[] = [];
  for (let written = 0; written < length; ) {
    if (content.length % 6 === 5) content.push(heading(title(r)));
    const sentences = Array.from({ length: r.int(2, 6) }, () => sentence(r)).join(' ');
    content.push(paragraph([sentences]));
    written += sentences.split(' ').length;
  }
  return { type: 'doc', content };
}

const heading = (text: string): JSONContent => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});
