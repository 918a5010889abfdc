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
