/*
 * Words that are another word when they are written large: "polish" and "Polish", "us" and "US", "sie" and "Sie".
 * Written by us; what German writes large or small by turns is left out.
 */

/** Known by their first letter, but not where a sentence begins. */
const NAMES = new Set(
  `polish turkey china nice reading mobile job lent cork bath jersey champagne greens
  sie ihnen ihr ihre ihren ihrem ihrer ihres grünen linken grüne linke reich weg`.split(/\s+/),
);

/** Known by capitals, wherever they stand. */
const INITIALS = new Set('us it who aids un'.split(' '));

/** Whether a word is the small one of two that only the case of their letters tells apart. */
export function isSmallOfTwo(written: string, lower: string): boolean {
  return INITIALS.has(lower)
    ? written !== written.toUpperCase()
    : NAMES.has(lower) && written.startsWith(lower[0] as string);
}

/** Whether a word is initials in capitals, and not the word that is written so. */
export function areInitials(written: string, lower: string): boolean {
  return INITIALS.has(lower) && written === written.toUpperCase();
}

/** Whether the first letter alone tells two words apart. */
export const isToldByFirst = (lower: string) => NAMES.has(lower);
