import type { Random } from '../../prisma/demo/random.ts';
import type { Prose, SearchLang } from './search-prose.ts';

export interface Said {
  statement: string;
  /** The passage that it was made of. */
  quote: string;
}

/** A claim that can be said in other words, and how somebody else says it. */
export interface Fact extends Said {
  lang: SearchLang;
  again: Record<Manner, Said>;
}

/** In what it differs from how it was said first. */
export const MANNERS = [
  'word for word',
  'other order',
  'other words',
  'misspelt',
  'shortened',
  'same quote',
] as const;
export type Manner = (typeof MANNERS)[number];

interface Slots {
  place: string;
  person: string;
  n: number;
  year: number;
}

/** Ways to say one thing: as it is, in another order, in other words, in fewer; and something else about the passage. */
type Ways = (slots: Slots) => [string, string, string, string, string];

const WAYS: Record<SearchLang, Ways[]> = {
  en: [
    ({ place, n, year }) => [
      `The ring road of ${place} cost ${n} million crowns in ${year}.`,
      `In ${year}, ${n} million crowns were the cost of ${place}’s ring road.`,
      `${place} spent ${n} million crowns on its ring road in ${year}.`,
      `The ring road of ${place} cost ${n} million crowns.`,
      `Nobody in the town hall had ever seen the bill.`,
    ],
    ({ place, n, year }) => [
      `The hospital in ${place} closed ${n} of its beds in ${year}.`,
      `In ${year}, ${n} beds of the hospital in ${place} were closed.`,
      `${place}’s hospital gave up ${n} beds during ${year}.`,
      `${n} beds were closed in ${place}.`,
      `Patients were sent to the next county without being asked.`,
    ],
    ({ place, n, year }) => [
      `Unemployment in ${place} fell to ${n} percent in ${year}.`,
      `In ${year} ${place} had unemployment that fell to ${n} percent.`,
      `Only ${n} percent of people in ${place} were unemployed in ${year}.`,
      `Unemployment in ${place} fell to ${n} percent.`,
      `These figures leave out whoever stopped looking for work.`,
    ],
    ({ place, person, year }) => [
      `${person} voted against the new school in ${place} in ${year}.`,
      `In ${year} the new school in ${place} was voted against by ${person}.`,
      `${person} opposed building a school in ${place} in ${year}.`,
      `${person} voted against the school in ${place}.`,
      `The minutes of that meeting say the opposite.`,
    ],
    ({ place, n, year }) => [
      `Tap water in ${place} held ${n} micrograms of lead per litre in ${year}.`,
      `${n} micrograms of lead per litre were in the tap water of ${place} in ${year}.`,
      `In ${year} ${place} measured ${n} micrograms of lead in a litre of its drinking water.`,
      `Tap water in ${place} held ${n} micrograms of lead.`,
      `A limit was exceeded and the mayor kept silent.`,
    ],
    ({ place, person, n }) => [
      `${person} received ${n} thousand crowns from the mine at ${place}.`,
      `From the mine at ${place}, ${person} received ${n} thousand crowns.`,
      `The mine at ${place} paid ${person} ${n} thousand crowns.`,
      `${person} received money from the mine at ${place}.`,
      `The register of gifts lists no such payment.`,
    ],
  ],
  de: [
    ({ place, n, year }) => [
      `Die Umgehungsstraße von ${place} kostete ${year} ${n} Millionen Kronen.`,
      `${year} kostete ${n} Millionen Kronen die Umgehungsstraße von ${place}.`,
      `${place} gab ${year} für seine Umgehungsstraße ${n} Millionen Kronen aus.`,
      `Die Umgehungsstraße von ${place} kostete ${n} Millionen.`,
      `Niemand im Rathaus hatte die Rechnung je gesehen.`,
    ],
    ({ place, n, year }) => [
      `Das Krankenhaus in ${place} schloss ${year} ${n} seiner Betten.`,
      `${n} seiner Betten schloss ${year} das Krankenhaus in ${place}.`,
      `Im Krankenhaus von ${place} wurden ${year} ${n} Betten abgebaut.`,
      `Das Krankenhaus in ${place} schloss ${n} Betten.`,
      `Kranke mussten in den nächsten Landkreis fahren.`,
    ],
    ({ place, person, year }) => [
      `${person} stimmte ${year} gegen die neue Schule in ${place}.`,
      `Gegen die neue Schule in ${place} stimmte ${year} ${person}.`,
      `${year} lehnte ${person} den Bau einer neuen Schule in ${place} ab.`,
      `${person} stimmte gegen die Schule in ${place}.`,
      `Das Protokoll der Sitzung sagt das Gegenteil.`,
    ],
  ],
  zh: [
    ({ place, n, year }) => [
      `${place}的环城公路在${year}年花费了${n}万元。`,
      `${year}年，花费了${n}万元的是${place}的环城公路。`,
      `${year}年${place}为环城公路支出${n}万元。`,
      `${place}的环城公路花费了${n}万元。`,
      `谁也没有见过那张账单。`,
    ],
    ({ place, n, year }) => [
      `${place}医院在${year}年关闭了${n}张床位。`,
      `在${year}年，${n}张床位被${place}医院关闭了。`,
      `${year}年${place}医院减少了${n}张病床。`,
      `${place}医院关闭了${n}张床位。`,
      `病人被送到了邻近的县城。`,
    ],
  ],
};

const NAMES: Record<SearchLang, string[]> = {
  en: 'Vel Dun Lin Har Tes Mar Kal Ost Wick Ber Nor Sel Ash Fen Gar'.split(' '),
  de: 'Kalm Neu Ober Wöhr Lüng Ahr Bret Fähr Gries Hül Mor Sand Tann Ulm Zell'.split(' '),
  zh: [...'北南东西新平安宁长福临江永和'],
};
const ENDINGS: Record<SearchLang, string[]> = {
  en: 'mar mere dow wick ton aly bourne ford ley stead'.split(' '),
  de: 'ünd bach dorf heim ingen stedt furt berg hausen au'.split(' '),
  zh: [...'港城州县山河镇川'],
};

const nameOf = (lang: SearchLang, random: Random) => random.pick(NAMES[lang]) + random.pick(ENDINGS[lang]);

/** Endless different facts, of which many resemble each other: the same said of another place, number or year. */
export function factsOf(random: Random, prose: Prose): (lang: SearchLang) => Fact {
  const known = new Set<string>();
  return function fact(lang): Fact {
    const slots = {
      place: nameOf(lang, random),
      person: `${nameOf(lang, random)} ${nameOf(lang, random)}`,
      n: random.int(3, 99),
      year: random.int(1990, 2025),
    };
    const [statement, order, words, short, other] = random.pick(WAYS[lang])(slots);
    if (known.has(statement)) return fact(lang);
    known.add(statement);
    const quote = `${prose(lang, 12)} ${prose(lang, 10)}`;
    const saying = (said: string) => ({ statement: said, quote: prose(lang, 20) });
    return {
      lang,
      statement,
      quote,
      again: {
        'word for word': saying(statement),
        'other order': saying(order),
        'other words': saying(words),
        misspelt: saying(misspelt(statement, random)),
        shortened: saying(short),
        'same quote': { statement: other, quote },
      },
    };
  };
}

/** With two slips of the pen, each in a longer word; in a script of whole words with one left out. */
function misspelt(statement: string, random: Random): string {
  const long = [...statement.matchAll(/\p{Script=Latin}{5,}/gu)];
  if (long.length === 0) return statement.replace(/[的在]/u, '');
  const slipped = new Set([random.pick(long), random.pick(long)]);
  return [...slipped]
    .sort((a, b) => b.index - a.index)
    .reduce((text, { 0: word, index }) => {
      const at = random.int(1, word.length - 3);
      const wrong = random.chance(0.5)
        ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        : word.slice(0, at) + word.slice(at + 1);
      return text.slice(0, index) + wrong + text.slice(index + word.length);
    }, statement);
}
