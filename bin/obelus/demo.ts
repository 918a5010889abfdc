import { type DemoSize, fillWithDemo } from '../../prisma/demo/fill.ts';

export async function fill(size: DemoSize): Promise<void> {
  const begin = Date.now();
  const made = await fillWithDemo(size, (line) => process.stderr.write(`${line}\n`));
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  process.stderr.write(`Made in ${seconds} s.\n`);
  for (const slug of made) console.log(slug);
}
