import {
  CORPUS,
  corpusPages,
  FIELDS,
  fixturePages,
  hasCorpus,
  mean,
  type PageScore,
  scorePage,
  shareRight,
} from '#tests/setup/import-score.ts';
import type { Bench } from './bench.ts';
import { type Figure, figure } from './figure.ts';

/** Saved pages, each read as an article: its words against those that were meant, its fields against the known ones. */
export const importPages: Bench = async (_, tell) => {
  if (!hasCorpus())
    tell(`No saved pages at ${CORPUS}: measured on our own alone (OBELUS_CORPUS says where they lie).`);
  const groups = { ...(hasCorpus() ? { corpus: corpusPages() } : {}), ours: fixturePages() };
  return Object.entries(groups).flatMap(([name, pages]) => {
    const scores = pages.map(scorePage);
    return [...scores.map((score) => rowOf(name, score)), ...meansOf(name, scores)];
  });
};

/** One row a page: the words' F1, and in its name what of the fields is right, wrong or not scored. */
function rowOf(group: string, { name, f1, fields }: PageScore): Figure {
  const marks = FIELDS.map((field) => `${field} ${fields[field] === null ? '–' : fields[field] ? '✓' : '✗'}`);
  return figure(`${group}/${name}: F1 (${marks.join(', ')})`, f1, '', { atLeast: 0.95 });
}

function meansOf(group: string, scores: readonly PageScore[]): Figure[] {
  return [
    figure(`${group}: mean F1`, mean(scores.map(({ f1 }) => f1)), '', { atLeast: 0.98 }),
    figure(`${group}: titles right`, shareRight(scores, 'title'), '', { atLeast: 1 }),
    ...FIELDS.filter((field) => field !== 'title').map((field) =>
      figure(`${group}: ${field} right`, shareRight(scores, field), ''),
    ),
  ];
}
