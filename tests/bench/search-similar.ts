import type { TestServer } from '#tests/setup/server.ts';
import type { Tell } from './bench.ts';
import { type Figure, figure } from './figure.ts';
import { type Fact, MANNERS, type Manner, type Said } from './said-again.ts';
import type { PlantedFact } from './search-content.ts';
import { median, percentile } from './statistics.ts';

/** Facts that are said again, each in every manner. */
const ASKED = 40;
const SHOWN = 5;
/** In tens of milliseconds, in a place of 10,000 claims. */
const GOAL = 100;
/** Among five, of a hundred. */
const RECALL: Record<Manner, number> = {
  'word for word': 99,
  'other order': 95,
  'other words': 85,
  misspelt: 95,
  shortened: 85,
  'same quote': 95,
};

/** Asks for claims that say the same as others, in other words: how many are found, how high they stand, how long it takes. */
export async function similarClaims(
  site: TestServer,
  facts: readonly PlantedFact[],
  unsaid: readonly Fact[],
  tell: Tell,
): Promise<Figure[]> {
  const times: number[] = [];
  const offered = async ({ statement, quote }: Said, lang: string) => {
    const url = new URL(`/api/claims/similar?${new URLSearchParams({ statement, quote, lang })}`, site.url);
    const begun = performance.now();
    const { items } = (await (await fetch(url)).json()) as { items: { id: string }[] };
    times.push(performance.now() - begun);
    return items;
  };
  const step = Math.floor(facts.length / ASKED);
  const asked = facts.filter((_, at) => at % step === 0).slice(0, ASKED);
  const figures: Figure[] = [];
  for (const manner of MANNERS) {
    const places: number[] = [];
    for (const { id, lang, again } of asked) {
      const items = await offered(again[manner], lang);
      places.push(items.findIndex((item) => item.id === id) + 1);
    }
    const found = places.filter((place) => place > 0);
    const share = (100 * found.length) / asked.length;
    const first = places.filter((place) => place === 1).length;
    tell(
      `claims said again, ${manner}: ${found.length} of ${asked.length} among ${SHOWN}, ${first} of them first`,
    );
    figures.push(figure(`claims said again, ${manner}: recall@5`, share, '%', { atLeast: RECALL[manner] }));
  }
  let wrong = 0;
  for (const fact of unsaid) wrong += (await offered(fact, fact.lang)).length;
  // They resemble others: the same of another place, another year.
  tell(`claims that nobody made yet: ${wrong} others were offered for ${unsaid.length}`);
  figures.push(
    figure('claims that nobody made yet: others offered', wrong / unsaid.length, 'each', { atMost: 1 }),
  );
  figures.push(figure('claims said again: p50', median(times), 'ms', { atMost: GOAL }));
  figures.push(figure('claims said again: p95', percentile(times, 0.95), 'ms'));
  return figures;
}
