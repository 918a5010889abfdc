import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { escapeHtml } from '#lib/document/html.ts';
import type { StandingLabel } from '#lib/label/schema.ts';
import type { CardWords } from './card.tsx';
import { lookOfBrief } from './passage.ts';

/**
 * The cards of a page with thousands of them, as HTML: what each shows of what, and how much hangs on it, with a link
 * to the page where all of that is. What lies beside a claim is read when its card is opened. They are text, not
 * elements of React: making and bringing to life thousands of those is what a reader would wait for.
 *
 * They come in parts, one beside each block of the text, so that a part whose block is far from the screen need not be
 * laid out.
 *
 * @param starts where the blocks begin, as `blockStarts` says
 * @param labels those that stand at any of them
 */
export function lightCards(
  briefs: readonly AnnotationBrief[],
  starts: readonly number[],
  words: CardWords,
  labels: readonly StandingLabel[] = [],
): string {
  const parts: string[] = [];
  const count = counter(words);
  const tags = labelTags(labels, words);
  let open = -1;
  let block = 0;
  for (const brief of briefs) {
    while (block + 1 < starts.length && (starts[block + 1] as number) <= (brief.start ?? 0)) block += 1;
    if (block !== open) {
      if (open >= 0) parts.push('</div>');
      parts.push(`<div class="part" role="none" data-block="${starts[block] ?? 0}">`);
      open = block;
    }
    parts.push(`<div class="slot" role="listitem">${card(brief, words, count, tags)}</div>`);
  }
  if (open >= 0) parts.push('</div>');
  return parts.join('');
}

/** The same as a plain list, for those without a place in the text. */
export function lightList(
  briefs: readonly AnnotationBrief[],
  words: CardWords,
  labels: readonly StandingLabel[] = [],
): string {
  const count = counter(words);
  const tags = labelTags(labels, words);
  return briefs.map((brief) => `<li>${card(brief, words, count, tags)}</li>`).join('');
}

type Counter = (brief: AnnotationBrief) => string;

function card(brief: AnnotationBrief, words: CardWords, count: Counter, tags: LabelTagger): string {
  const { id, shown, gist, start, end, trailing, state, anchored } = brief;
  const look = lookOfBrief(brief);
  const span = start === null ? '' : ` data-span="${start} ${end}${trailing ? ` ${trailing}` : ''}"`;
  const changed = anchored === 'changed';
  const tag =
    (changed ? tagged(words.card('passageChanged')) : '') +
    (state === 'active' ? tags(brief) : '') +
    (state === 'withdrawn' ? tagged(words.card('withdrawn')) : '');
  const said = shown === null ? ' said-short' : '';
  return (
    `<article class="card v-${look}" id="annotation-${id}" data-annotation="${id}"${span}${changed ? ' data-changed=""' : ''} data-light="" tabindex="-1"` +
    ` aria-labelledby="annotation-${id}-gist"><header class="card-head"><span class="verdict pic v-${look}">` +
    `${escapeHtml(words.verdict(look))}</span>${tag}</header><p class="statement${said}" id="annotation-${id}-gist"` +
    ` dir="auto"><a href="#annotation-${id}">${escapeHtml(gist)}</a></p><p class="card-meta">` +
    `<a href="/claims/${id}">${escapeHtml(count(brief))}</a></p></article>`
  );
}

type LabelTagger = (brief: AnnotationBrief) => string;

/** As components/label/label-tags.tsx draws them. Each is made once. */
function labelTags(labels: readonly StandingLabel[], { locale }: CardWords): LabelTagger {
  const known = new Map(
    labels.map(({ key, tone, name }) => [
      key,
      `<span class="label-tag ${tone}" data-label="${key}">${escapeHtml(name[locale])}</span>`,
    ]),
  );
  return (brief) => brief.labels.map((key) => known.get(key) ?? '').join('');
}

const tagged = (words: string) => `<span class="tag">${escapeHtml(words)}</span>`;

/** “3 sources · 2 assessments”. Words for a number are made once: there are few numbers and thousands of cards. */
function counter(words: CardWords): Counter {
  const known = new Map<string, string>();
  const say = (key: 'sources' | 'assessments' | 'comments', n: number) => {
    const name = `${key} ${n}`;
    const said = known.get(name) ?? words.card(key, { n });
    known.set(name, said);
    return said;
  };
  return ({ kind, sources, assessments, comments }) => {
    const said = [
      kind === 'claim' ? say('sources', sources) : null,
      assessments > 0 ? say('assessments', assessments) : null,
      comments > 0 ? say('comments', comments) : null,
    ].filter((part) => part !== null);
    return said.length > 0 ? said.join(' · ') : words.card('whole');
  };
}
