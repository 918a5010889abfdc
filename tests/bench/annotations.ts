import { newPerson } from '#tests/setup/member.ts';
import { type Visit, visit } from './annotations-visit.ts';
import type { Bench } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import { fill } from './ground.ts';
import { median } from './statistics.ts';

const SIZES = [200, 1_000, 5_000] as const;
const CHARACTERS = 100_000;
/** Each page is opened so often. */
const VISITS = 3;
/** Articles of one length with more and more annotations, read by a guest and by somebody who is signed in. */
export const annotations: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off' } });
  const member = await newPerson(site);
  const browser = await ground.browser();
  const paths = new Map<number, string>();
  for (const size of SIZES) {
    const [slug] = await fill(site, { annotations: size, comments: size, characters: CHARACTERS });
    paths.set(size, `/articles/${slug}`);
  }
  const figures: Figure[] = [];
  for (const who of ['guest', 'signed in'] as const) {
    const medians = new Map<number, Visit>();
    for (const [size, path] of paths) {
      const visits: Visit[] = [];
      for (let n = 0; n < VISITS; n += 1) {
        visits.push(await visit(browser, site, path, who === 'guest' ? null : member));
      }
      const one = medianOf(visits);
      medians.set(size, one);
      tell(`${size} annotations, ${who}: ${JSON.stringify(one)}`);
      figures.push(...figuresOf(`${size.toLocaleString('en')}, ${who}`, one));
    }
    const growth = ratio(
      `drawn: 5,000 to 1,000, ${who}`,
      medians.get(1_000)?.drawn ?? Number.NaN,
      medians.get(5_000)?.drawn ?? Number.NaN,
      { atMost: 3 },
    );
    figures.push(growth);
  }
  return figures;
};

function figuresOf(what: string, visit: Visit): Figure[] {
  return [
    figure(`${what}: drawn`, visit.drawn, 'ms'),
    figure(`${what}: drawn, after the first byte`, visit.browser, 'ms'),
    ...(visit.writable === undefined ? [] : [figure(`${what}: ready to write`, visit.writable, 'ms')]),
    figure(`${what}: selection`, visit.selection, 'ms', { atMost: 50 }),
    figure(`${what}: card open`, visit.card, 'ms'),
    figure(`${what}: its evidence there`, visit.evidence, 'ms'),
    ...(visit.letter === undefined ? [] : [figure(`${what}: a letter typed`, visit.letter, 'ms')]),
    figure(`${what}: layout shift`, visit.shift, '', { atMost: 0 }),
  ];
}

function medianOf(visits: readonly Visit[]): Visit {
  const [first] = visits;
  const keys = Object.keys(first ?? {}) as (keyof Visit)[];
  return Object.fromEntries(
    keys.map((key) => [key, median(visits.map((one) => one[key] ?? Number.NaN))]),
  ) as unknown as Visit;
}
