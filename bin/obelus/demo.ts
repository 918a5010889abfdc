import { type DemoSize, fillWithDemo } from '../../prisma/demo/fill.ts';

export async function fill(size: DemoSize): Promise<void> {
  const begin = Date.now();
  const made = await fillWithDemo(size, (line) => console.error(line));
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  console.error(`Made in ${seconds} s.`);
  for (const slug of made) console.log(slug);
}
