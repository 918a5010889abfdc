/*
 * Raised and lowered characters in plain text: "10⁶", "CO₂", "e^(2x)". In a text without them an exponent would be
 * a digit of its number.
 */

const SUPERSCRIPTS = new Map(
  Object.entries({
    '0': '⁰',
    '1': '¹',
    '2': '²',
    '3': '³',
    '4': '⁴',
    '5': '⁵',
    '6': '⁶',
    '7': '⁷',
    '8': '⁸',
    '9': '⁹',
    '+': '⁺',
    '-': '⁻',
    '−': '⁻',
    '–': '⁻',
    '=': '⁼',
    '(': '⁽',
    ')': '⁾',
    n: 'ⁿ',
    i: 'ⁱ',
    x: 'ˣ',
    k: 'ᵏ',
    m: 'ᵐ',
    t: 'ᵗ',
    j: 'ʲ',
    y: 'ʸ',
  }),
);
const SUBSCRIPTS = new Map(
  Object.entries({
    '0': '₀',
    '1': '₁',
    '2': '₂',
    '3': '₃',
    '4': '₄',
    '5': '₅',
    '6': '₆',
    '7': '₇',
    '8': '₈',
    '9': '₉',
    '+': '₊',
    '-': '₋',
    '−': '₋',
    '–': '₋',
    '=': '₌',
    '(': '₍',
    ')': '₎',
    a: 'ₐ',
    e: 'ₑ',
    h: 'ₕ',
    i: 'ᵢ',
    j: 'ⱼ',
    k: 'ₖ',
    l: 'ₗ',
    m: 'ₘ',
    n: 'ₙ',
    o: 'ₒ',
    p: 'ₚ',
    r: 'ᵣ',
    s: 'ₛ',
    t: 'ₜ',
    u: 'ᵤ',
    v: 'ᵥ',
    x: 'ₓ',
  }),
);

function spelt(text: string, letters: ReadonlyMap<string, string>, sign: string): string {
  const words = text.replace(/\s+/g, '');
  if (words === '') return '';
  const raised = Array.from(words, (character) => letters.get(character));
  if (raised.every((character) => character !== undefined)) return raised.join('');
  return Array.from(words).length === 1 ? `${sign}${words}` : `${sign}(${text.trim()})`;
}

/** Words as an exponent: "6" is "⁶"; what has no raised form stands in brackets: "^(2π)". */
export const raised = (text: string): string => spelt(text, SUPERSCRIPTS, '^');

/** Words as an index: "2" is "₂", "max" is "ₘₐₓ"; what has no lowered form stands in brackets. */
export const lowered = (text: string): string => spelt(text, SUBSCRIPTS, '_');
