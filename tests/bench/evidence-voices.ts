import { isOneText, type Signature, signatureOf } from '#lib/evidence/likeness.ts';
import { type Figure, figure } from './figure.ts';
import { below, otherWord, prose, type Random, randomOf, sentence } from './prose.ts';

/** Reports of an agency in these lengths, of so many each. */
const LENGTHS: [name: string, characters: number][] = [
  ['short', 700],
  ['long', 3_500],
];
const REPORTS = 150;
const ONE = { atLeast: 0.85 };
const TWO = { atLeast: 0.95 };

interface Report {
  sentences: string[];
  random: Random;
}

/** What a site prints around every article: its menu, its notices, its other headlines. */
const SITE = prose(randomOf(77), 600).text;
const said = (sentences: readonly string[]) => sentences.join(' ');
const some = (random: Random, count: number) => Array.from({ length: count }, () => sentence(random));
const withSite = (text: string) => `${SITE}\n${text}\n${SITE.slice(0, 300)}`;

/** A report as papers print it: each time the same report. */
const PRINTED: [name: string, print: (report: Report) => string][] = [
  [
    'with a local beginning and end',
    ({ sentences, random }) => said([...some(random, 2), ...sentences, ...some(random, 2)]),
  ],
  ['with the boilerplate of a site', ({ sentences }) => withSite(said(sentences))],
  ['cut by 30 %', ({ sentences }) => said(sentences.slice(0, Math.ceil(sentences.length * 0.7)))],
  ['cut by 30 %, all over', ({ sentences, random }) => said(sentences.filter(() => random() < 0.7))],
  [
    'cut by 30 %, with a local beginning and end',
    ({ sentences, random }) =>
      said([
        ...some(random, 1),
        ...sentences.slice(0, Math.ceil(sentences.length * 0.7)),
        ...some(random, 1),
      ]),
  ],
  [
    'cut by 30 %, with a local beginning and every tenth word replaced',
    ({ sentences, random }) =>
      said([
        ...some(random, 1),
        edited(random, said(sentences.slice(0, Math.ceil(sentences.length * 0.7))), 0.1),
      ]),
  ],
  ['with every tenth word replaced', ({ sentences, random }) => edited(random, said(sentences), 0.1)],
];

/** What is another report, though it shares something: both as they are printed. */
const OTHERS: [name: string, print: (report: Report) => [string, string]][] = [
  [
    'another report on the same site',
    ({ sentences, random }) => [withSite(said(sentences)), withSite(said(some(random, sentences.length)))],
  ],
  ['a report that quotes a fifth of it', (report) => [said(report.sentences), quoting(report, 0.2)]],
  ['a report that quotes a third of it', (report) => [said(report.sentences), quoting(report, 0.33)]],
];

/** A report as long, of which so much is taken over. */
function quoting({ sentences, random }: Report, share: number): string {
  const taken = Math.round(sentences.length * share);
  return said([...some(random, sentences.length - taken), ...sentences.slice(0, taken)]);
}

function edited(random: Random, text: string, share: number): string {
  const words = text.split(' ');
  for (let left = Math.floor(words.length * share); left > 0; left -= 1) {
    const at = below(random, words.length);
    words[at] = otherWord(random, words[at] as string);
  }
  return words.join(' ');
}

/** Of reports of an agency and what papers make of them, how many are told to be one voice, and how many others are not. */
export function voices(): Figure[] {
  return LENGTHS.flatMap(([name, characters]) => {
    const share = (print: (report: Report) => [string, string], one: boolean) => {
      let right = 0;
      for (let seed = 0; seed < REPORTS; seed += 1) {
        const [own, other] = print(report(1_000 + seed, characters)).map(signatureOf);
        if (isOneText(own as Signature, other as Signature) === one) right += 1;
      }
      return right / REPORTS;
    };
    return [
      ...PRINTED.map(([how, print]) =>
        figure(
          `${name} report ${how}: one voice`,
          share((one) => [said(one.sentences), print(one)], true),
          '',
          ONE,
        ),
      ),
      ...OTHERS.map(([how, print]) => figure(`${name} report and ${how}: two`, share(print, false), '', TWO)),
    ];
  });
}

function report(seed: number, characters: number): Report {
  const random = randomOf(seed);
  const { text, sentences } = prose(random, characters);
  return { sentences: sentences.map(({ start, end }) => text.slice(start, end)), random };
}
