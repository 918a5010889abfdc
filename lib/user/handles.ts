import { db } from '#lib/db/client.ts';

/** A handle out of a name: letters without their accents, hyphens for the rest. */
export function handleFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 26)
    .replace(/^-+|-+$/g, '');
  return plain.length >= 2 ? plain : 'reader';
}

/** That handle, with the first number that makes it free. */
export async function freeHandle(name: string): Promise<string> {
  const base = handleFrom(name);
  const taken = await db().user.findMany({
    where: { handle: { startsWith: base } },
    select: { handle: true },
  });
  const known = new Set(taken.map(({ handle }) => handle));
  if (!known.has(base)) return base;
  for (let n = 2; ; n += 1) if (!known.has(`${base}-${n}`)) return `${base}-${n}`;
}
