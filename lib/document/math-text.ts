import { lowered, raised } from './raised.ts';

/** One number, one name or one thing in brackets: what needs no brackets of its own. */
const SIMPLE = /^(?:[\p{L}\p{M}]|[\p{N}.,]+|\([^()]*\))$/u;
const SPACES = /[\s\u2061-\u2064]+/g;
/** Where TeX without commands says all that a formula says. */
const COMMANDS = /[\\&]/;
/** What is drawn over a letter. */
const ACCENT = /^(?:[^\p{L}\p{N}]|\p{M})$/u;
/** What a formula consists of; phantoms and all that is no MathML are not seen in it. */
const KNOWN = /^(?:math|semantics|m(?!phantom|glyph|ark|eter|ain|ap|enu|eta)[a-z]+)$/;
const UNSEEN = /^(?:mphantom|mglyph|annotation|annotation-xml|maligngroup|malignmark)$/;
const nameOf = (element: Element) => element.tagName.toLowerCase().replace(/^.*:/, '');
const DEPTH = 60;

const bracketed = (text: string) => (SIMPLE.test(text) ? text : `(${text})`);

function partsOf(element: Element, depth: number): string[] {
  return [...element.children].map((child) => partText(child, depth + 1));
}

/** What a table of a formula holds: cells with spaces between, rows with semicolons. */
function rowsOf(element: Element, depth: number): string {
  const rows = [...element.children].map((row) =>
    partsOf(row, depth + 1)
      .filter(Boolean)
      .join(' '),
  );
  return rows.filter(Boolean).join('; ');
}

/** The parts of a row; a fraction and the letter after it stay apart. */
function joined(element: Element, parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const isAfterFraction = element.children[index - 1]?.tagName.toLowerCase() === 'mfrac';
      return isAfterFraction && /^[\p{L}\p{N}]/u.test(part) ? ` ${part}` : part;
    })
    .join('');
}

function partText(element: Element, depth: number): string {
  if (depth > DEPTH) return element.textContent ?? '';
  const tag = nameOf(element);
  if (!KNOWN.test(tag)) return '';
  if (tag === 'mspace') return ' ';
  if (element.children.length === 0)
    return tag === 'mtext' ? (element.textContent ?? '') : (element.textContent ?? '').replace(SPACES, '');
  const parts = partsOf(element, depth);
  const [first = '', second = '', third = ''] = parts;
  switch (tag) {
    case 'mfrac':
      return `${bracketed(first)}/${bracketed(second)}`;
    case 'msup':
    case 'mover':
      return tag === 'mover' && ACCENT.test(second) ? first : `${first}${raised(second)}`;
    case 'msub':
    case 'munder':
      return `${first}${lowered(second)}`;
    case 'msubsup':
    case 'munderover':
      return `${first}${lowered(second)}${raised(third)}`;
    case 'msqrt':
      return `√${bracketed(parts.join(''))}`;
    case 'mroot':
      return `${raised(second)}√${bracketed(first)}`;
    case 'mfenced':
      return `${element.getAttribute('open') ?? '('}${parts.join(', ')}${element.getAttribute('close') ?? ')'}`;
    case 'mtable':
      return rowsOf(element, depth);
    default:
      return joined(element, parts);
  }
}

/** TeX of plain letters, figures, indices and exponents. */
function texText(tex: string): string {
  return tex
    .replace(/\^(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, one?: string) => raised(group ?? one ?? ''))
    .replace(/_(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, one?: string) => lowered(group ?? one ?? ''))
    .replace(/[{}]/g, '');
}

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').length;

/** Whether an element is a formula and nothing else: pages can hold anything in one. */
export function isFormula(math: Element): boolean {
  return [...math.querySelectorAll('*')].every(
    (part) => KNOWN.test(nameOf(part)) || UNSEEN.test(nameOf(part)),
  );
}

/** A formula in MathML as a line of text: "1/2", "E=mc²", "√(a+b)". O(size). */
export function mathText(math: Element): string {
  const text = partText(math, 0).replace(/ +/g, ' ').trim();
  const tex = math.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim() ?? '';
  // What is drawn for the eye alone is not in the MathML of some pages.
  return tex && !COMMANDS.test(tex) && letters(tex) > letters(text) ? texText(tex) : text;
}
