// `npm run bench -- annotations post` measures what is named, everything without a name, prints one table, and ends
// with 1 when a goal was missed. Run by bin/bench.mjs.
import { ensureClient } from '#lib/db/migrate.ts';
import { ensureBuild } from '#lib/http/build.ts';
import { TEST_DIST } from '#tests/setup/build.ts';
import { Ground } from './ground.ts';
import { BENCHES, WITHOUT_SERVER } from './registry.ts';
import { isGood, type Result, table } from './table.ts';

/** Whatever hangs, a bench ends after this. */
const LONGEST_MS = 600_000;

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function measure(name: string, ground: Ground): Promise<Result> {
  const load = BENCHES[name];
  if (!load) throw new Error(`there is no bench “${name}”`);
  const begun = Date.now();
  tell(`${name} …`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took more than ${LONGEST_MS / 1000} s`)), LONGEST_MS);
  });
  try {
    const run = async () => (await load())(ground, (line) => tell(`  ${line}`));
    const figures = await Promise.race([run(), late]);
    return { bench: name, figures };
  } catch (error) {
    tell(String((error as Error).stack));
    return { bench: name, figures: [], failure: (error as Error).message.split('\n')[0] };
  } finally {
    clearTimeout(timer);
    await ground.clear();
    tell(`  ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }
}

async function main(asked: string[]): Promise<number> {
  const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(
      `There is no bench “${unknown.join('”, “')}”. There are: ${Object.keys(BENCHES).join(', ')}.`,
    );
    return 2;
  }
  const names = asked.length > 0 ? [...new Set(asked)] : Object.keys(BENCHES);
  await ensureClient();
  const served = names.some((name) => !WITHOUT_SERVER.has(name));
  if (served) await ensureBuild(TEST_DIST, undefined, () => tell('Building …'));
  const ground = new Ground();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void ground.close().finally(() => process.exit(130)));
  }
  const results: Result[] = [];
  try {
    for (const name of names) results.push(await measure(name, ground));
  } finally {
    await ground.close();
  }
  console.log(`\n${table(results)}`);
  return results.every(isGood) ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
