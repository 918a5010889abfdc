import type { JSONContent } from '@tiptap/core';
import { lowered, raised } from '#lib/document/raised.ts';
import { TEXTBLOCKS } from '#lib/document/text.ts';

/** More is a small line, not an exponent. */
const LIMIT = 14;
/** The number or mark of a note. */
const NOTE = /^[\s\d,;–*†‡§-]{1,9}$/;
/** "5th", "1er", "Mme", "n°": written small, said as they stand. */
const WORDS = /^[\p{L}\p{M}™®©°ºª.]+$/u;
/** Letters that stand for a number, after a number or one letter. */
const VARIABLE = /^[nxkmijty]$/;
const BASE = /(?:^|[^\p{L}])(?:\p{L}|[\d)\]])$/u;

type Script = 'superscript' | 'subscript';

const scriptOf = (node: JSONContent): Script | null =>
  (node.marks?.find(({ type }) => type === 'superscript' || type === 'subscript')?.type as Script) ?? null;

const withoutScript = (node: JSONContent, text: string): JSONContent => {
  const marks = (node.marks ?? []).filter(({ type }) => type !== 'superscript' && type !== 'subscript');
  const { marks: _, ...rest } = node;
  return { ...rest, text, ...(marks.length > 0 ? { marks } : {}) };
};

/** One raised or lowered piece as it is to stand in the text, between what stands before and after it. */
function spelt(node: JSONContent, script: Script, before: string, after: string): JSONContent {
  const text = node.text ?? '';
  const words = text.trim();
  if (/^[[(].*[\])]$/.test(words)) return node;
  const isLink = node.marks?.some(({ type }) => type === 'link') ?? false;
  if (isLink && script === 'superscript')
    return NOTE.test(words) && /\S/.test(words) ? { ...node, text: `[${words}]` } : node;
  const isApart = before === '' || /\s$/.test(before);
  if (words === '' || words.length > LIMIT || (isApart && !/^[/⁄∕]/.test(after))) return node;
  if (WORDS.test(words)) {
    const isVariable = VARIABLE.test(words) && BASE.test(before);
    if (script === 'superscript' && !isVariable) return node;
    if (script === 'subscript' && /\p{L}{2}$/u.test(before) && words.length > 3) return node;
  } else if (/\s/.test(words) && /\p{L}{2}/u.test(words)) return node;
  return withoutScript(node, script === 'superscript' ? raised(words) : lowered(words));
}

function spellLine(line: JSONContent): JSONContent {
  const content = line.content ?? [];
  if (!content.some(scriptOf)) return line;
  let before = '';
  const spelled = content.map((node, index) => {
    const script = scriptOf(node);
    const made = script ? spelt(node, script, before, content[index + 1]?.text ?? '') : node;
    before = node.type === 'text' ? `${before}${made.text ?? ''}`.slice(-40) : '';
    return made;
  });
  return { ...line, content: spelled };
}

/**
 * A document whose exponents, indices and numbers of notes are told from what stands before them in its plain text too:
 * "10⁶", "CO₂", "note[3]". Ordinals ("5th") stay as they are. O(size).
 */
export function raiseScripts(node: JSONContent): JSONContent {
  if (TEXTBLOCKS.has(node.type ?? '')) return node.type === 'codeBlock' ? node : spellLine(node);
  return node.content ? { ...node, content: node.content.map(raiseScripts) } : node;
}
