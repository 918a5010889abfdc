import type { MarkedExtension, Tokens } from 'marked';

/** A definition, with the lines that are set in below it. */
const DEFINITION = /^\[\^([^\]\s]{1,80})\]:[ \t]*([^\n]*(?:\n(?:[ \t]*\n)*(?: {2,}|\t)[^\n]+)*)(?:\n+|$)/;
const REFERENCE = /^\[\^([^\]\s]{1,80})\]/;

/** A definition begins a block of its own, also right below another line. Looking for it in every block would cost the square of the length. */
export const partNotes = (markdown: string) => markdown.replace(/^\[\^[^\]\s]{1,80}\]:/gm, '\n$&');

/**
 * Notes as many dialects of Markdown write them: `[^1]` in the text, `[^1]: …` somewhere below. The place gets the
 * note's number, in the order in which notes are referred to; the notes stand in a list at the end, also those that
 * nothing refers to. One for each parse: it remembers what it met.
 */
export function markdownNotes(): {
  extension: MarkedExtension;
  list(parse: (text: string) => string): string;
} {
  const notes = new Map<string, string>();
  const order: string[] = [];
  const numberOf = (id: string) => {
    if (!order.includes(id)) order.push(id);
    return order.indexOf(id) + 1;
  };
  const extension: MarkedExtension = {
    extensions: [
      {
        name: 'noteDefinition',
        level: 'block',
        tokenizer(source): Tokens.Generic | undefined {
          const [raw, id, text] = DEFINITION.exec(source) ?? [];
          if (raw === undefined || id === undefined) return undefined;
          if (!notes.has(id)) notes.set(id, (text ?? '').replace(/^(?: {2,4}|\t)/gm, ''));
          return { type: 'noteDefinition', raw };
        },
        renderer: () => '',
      },
      {
        name: 'noteReference',
        level: 'inline',
        start: (source) => source.indexOf('[^'),
        tokenizer(source): Tokens.Generic | undefined {
          const [raw, id] = REFERENCE.exec(source) ?? [];
          return raw === undefined ? undefined : { type: 'noteReference', raw, id };
        },
        // What is referred to and not there stays as it was written.
        renderer: ({ raw, id }) => (notes.has(id) ? `<sup>[${numberOf(id)}]</sup>` : raw),
      },
    ],
  };
  const list = (parse: (text: string) => string) => {
    for (const id of notes.keys()) numberOf(id);
    if (notes.size === 0) return '';
    // Notes that refer to further notes add to the list while it is walked.
    const items: string[] = [];
    for (let at = 0; at < order.length; at += 1)
      items.push(`<li>${parse(notes.get(order[at] ?? '') ?? '')}</li>`);
    return `<ol>${items.join('')}</ol>`;
  };
  return { extension, list };
}
