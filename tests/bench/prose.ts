/*
 * Prose that is hard to find one's way in: sentences from a small grammar with words drawn after Zipf's
 * law, so that many sentences resemble each other in form and words. From a seed, always the same.
 */

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random: Random, limit: number) => Math.floor(random() * limit);
export const pick = <T>(random: Random, from: readonly T[]) => from[below(random, from.length)] as T;

const WORDS: Record<string, string> = {
  who: `the minister,the council,the company,the court,the police,the mayor,the union,the board,the ministry,the bank,
    the agency,the hospital,the school,the committee,the operator,the prosecutor,the witness,the opposition,the owner,
    the engineer,the teacher,the farmer,the port authority,the water board,the insurer,the architect,the museum,
    the railway,a neighbour,the lawyer,a former judge,the pilot,the chemist,the museum's director,a group of parents,
    the fire brigade,two senators,the customs office,the auditors,the archive,the laboratory,the publisher,the cooperative,the regulator,the brewery,the foundation`,
  first: `Anna,Peter,Maria,Jan,Ruth,Omar,Lena,Paul,Clara,Ivo,Nina,Hugo,Eva,Tomas,Greta,Samuel,Irene,Viktor,Judith,Karim`,
  last: `Holm,Lind,Costa,Novak,Kessler,Haddad,Fischer,Weaver,Bianchi,Petrov,Aalto,Marsh,Sandoval,Berg,Olsen,Okoro,Papas,
    Hess,Tanner,Moreau,Sato,Virtanen,Duarte,Farkas`,
  place: `Arden,Brookfield,Castell,Dunmore,Eastvale,Fenwick,Garland,Holmstead,Innsmere,Jarrow,Kelby,Larkhill,Marwick,
    Norhaven,Oakley,Penrith,Quarrington,Rosedale,Stanwell,Thornbury`,
  did: `approved,rejected,delayed,published,funded,questioned,closed,opened,repaired,inspected,sold,bought,announced,
    cancelled,planned,criticised,defended,ignored,examined,measured,replaced,expanded,reduced,promised,reported,
    withdrew,signed,leased,restored,moved,visited,recorded,doubted,renamed,demanded,forgot,translated,filmed,audited,flooded,insured,surveyed,painted,abandoned`,
  thing: `the bridge,the budget,the report,the contract,the tunnel,the harbour,the clinic,the library,the pipeline,
    the timetable,the dam,the factory,the market hall,the old mill,the reservoir,the stadium,the archive,the tower,
    the ferry,the greenhouse,the theatre,the quarry,the lighthouse,the canal,the power plant,the playground,
    the railway station,the water mains,the town wall,the vineyard,the observatory,the fish market,
    the contested statistics,a second opinion,the emergency plan,the licence,the broken lift,an old map,
    the lease of the yard,the flood barrier,the ticket prices,the night buses,the harvest,the air filters,a secret memo`,
  how: `quickly,quietly,without a vote,after a long debate,against all advice,for the third time,in public,by letter,
    with little warning,at short notice,under pressure,in good faith,as expected,by a narrow margin,once again`,
  when: `on Monday,last week,in the spring,two years ago,in the evening,before the election,after the storm,
    this month,during the holidays,at the end of the year,on Friday,in early summer,over the weekend`,
  why: `because the money had run out,since nobody had objected,although experts had warned of it,
    so that work could begin,while the neighbours protested,as the law requires,even if the costs were unclear,
    because the river had risen,after an anonymous letter arrived,unless a court decides otherwise`,
  measure: `percent of the cost,new jobs,households,tonnes of steel,pages,signatures,visitors,square metres,complaints,
    kilometres of road,trees,apartments,euros for each resident,working hours,litres of water`,
  said: `said,told reporters,wrote,insisted,admitted,explained,repeated,argued,noted,denied`,
  like: `cautious,expensive,unusual,necessary,late,popular,careless,generous,temporary,modern,narrow,noisy,fragile,
    remarkable,costly,hasty,sensible,ordinary,curious,doubtful`,
};

const FORMS = [
  'WHO DID THING WHEN',
  'WHO in PLACE DID THING HOW',
  'FIRST LAST SAID that WHO had DID THING',
  'WHEN WHO DID THING and DID THING',
  'THING in PLACE was LIKE and LIKE, LAST SAID',
  'WHO DID THING WHY',
  'According to FIRST LAST, WHO will need NUMBER MEASURE',
  'THING had cost more than NUMBER MEASURE WHEN',
  'WHO of PLACE DID THING HOW, FIRST LAST SAID WHEN',
  'Nobody in PLACE had DID THING WHY',
  'FIRST LAST and LAST DID THING WHEN',
  'It was LIKE that WHO DID THING HOW',
  'In PLACE alone, NUMBER MEASURE were counted WHEN',
  'WHO SAID nothing about THING, but LAST DID it HOW',
  'When WHO DID THING, LAST SAID, hardly anybody in PLACE noticed',
  'NUMBER MEASURE were lost WHY',
  'WHO and WHO, both from PLACE, DID THING HOW and later DID THING',
  'There were NUMBER MEASURE fewer than WHO had SAID WHEN',
  'LAST, who once DID THING, SAID WHEN that it was LIKE',
  'Whether WHO DID THING WHEN is LIKE, FIRST LAST SAID',
  'Between PLACE and PLACE WHO DID NUMBER MEASURE HOW',
  'WHO DID THING, THING and, WHEN, THING',
  'What WHO SAID about THING in PLACE was LIKE WHY',
  'For NUMBER years FIRST LAST DID THING HOW; now WHO DID it',
];

const lists = new Map(
  Object.entries(WORDS).map(([kind, words]) => [kind, words.split(',').map((word) => word.trim())]),
);

/** A word of a list, the first ones far more often than the last ones. */
function zipf(random: Random, list: readonly string[]): string {
  const rank = Math.floor(list.length ** random()) - 1;
  return list[Math.min(Math.max(rank, 0) + below(random, 2), list.length - 1)] as string;
}

export function sentence(random: Random): string {
  const words = pick(random, FORMS).replace(/[A-Z]{2,}/g, (kind) => {
    if (kind === 'NUMBER') return String(2 + below(random, 900));
    return zipf(random, lists.get(kind.toLowerCase()) ?? []);
  });
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}

/** A word that is not the one given; what takes its place when words are replaced. */
export function otherWord(random: Random, word: string): string {
  for (;;) {
    const list = lists.get(pick(random, [...lists.keys()])) as string[];
    const other = zipf(random, list).split(' ').at(-1) as string;
    if (other !== word) return other;
  }
}

export interface Prose {
  text: string;
  /** Where each sentence stands. */
  sentences: { start: number; end: number }[];
}

/** At least `length` characters: sentences in paragraphs of three to eight. */
export function prose(random: Random, length: number): Prose {
  let text = '';
  const sentences: Prose['sentences'] = [];
  let left = 3 + below(random, 6);
  while (text.length < length) {
    const start = text.length;
    text += sentence(random);
    sentences.push({ start, end: text.length });
    left -= 1;
    text += left === 0 ? '\n' : ' ';
    if (left === 0) left = 3 + below(random, 6);
  }
  return { text, sentences };
}
