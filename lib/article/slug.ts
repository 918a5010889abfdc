const MAX = 80;

/**
 * The readable part of an article's address: Latin letters without their accents, letters of other scripts as they
 * are, hyphens for everything else, cut at a word.
 */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    // Accents of Latin letters go; marks that other scripts cannot be read without stay.
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= MAX) return plain || 'article';
  const cut = plain
    .slice(0, MAX + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, MAX);
  return cut.toWellFormed().replace(/\ufffd+$|-+$/g, '') || 'article';
}
