import { VERDICT_PATHS } from '#lib/verdict/pictures.ts';
import { PALETTE, VERDICT_COLOURS } from '../picture/palette.ts';
import { oneLine, plain } from '../plain.ts';
import type { Fonts, TextStyle } from '../typeset/fonts.ts';
import { Body } from './body.ts';
import type { Ink, InkSpan } from './pen.ts';
import type { PrintedArticle, PrintedLook, PrintedNote, PrintedSource } from './printed.ts';
import { type ParagraphOptions, Sheet } from './sheet.ts';
import type { Structure } from './tagging.ts';

interface Look {
  family?: TextStyle['family'];
  weight?: number;
  size?: number;
  lang: string;
  ink?: Partial<Ink>;
}

function span(text: string, { family = 'sans', weight = 400, size = 9, lang, ink = {} }: Look): InkSpan {
  return { text: plain(text), style: { family, weight, lang }, size, mark: { colour: PALETTE.ink, ...ink } };
}

const soft = { colour: PALETTE.soft };
const colourOf = (look: PrintedLook) =>
  look === 'remark' || look === 'folded' ? PALETTE.soft : VERDICT_COLOURS[look];

/** Notes stand to the right of their numbers. */
const NOTE = 26;
/** And their words to the right of the picture of their verdict. */
const ICON = 16;

const linked = (to: string, lang: string, size = 9) =>
  span(to, { lang, size, ink: { colour: PALETTE.accent, link: to } });

/** An article with its notes as a PDF: tagged, in any script, with links between the text and its notes. */
export async function toPdf(fonts: Fonts, printed: PrintedArticle): Promise<Buffer> {
  const title = oneLine(printed.title);
  const sheet = new Sheet(fonts, {
    title,
    lang: printed.lang,
    author: oneLine(printed.author ?? 'Obelus'),
    created: new Date(printed.capturedAt),
  });
  await sheet.standOn(span(printed.address, { size: 8, lang: printed.locale, ink: soft }));
  const article = sheet.doc.outline.addItem(title, { expanded: true, left: sheet.doc.page.width } as never);
  await putHead(sheet, printed);
  await new Body(sheet, printed, article).put(printed.document);
  await putNotes(sheet, printed);
  await putLegend(sheet, printed);
  return sheet.end();
}

async function putHead(
  sheet: Sheet,
  { title, lang, locale, facts, words, address, original }: PrintedArticle,
) {
  const parent = sheet.tags.root;
  const heading = [span(title, { family: 'serif', weight: 650, size: 22, lang })];
  await sheet.paragraph(heading, { parent, tag: 'H1', after: 10 });
  for (const fact of facts)
    await sheet.paragraph([span(fact, { lang: locale, ink: soft })], { parent, tag: 'P', after: 1 });
  const named = (name: string, to: string) => [
    span(`${name} `, { lang: locale, ink: soft }),
    linked(to, locale),
  ];
  await sheet.paragraph(named(words.address, address), { parent, tag: 'P', after: 1 });
  if (original) await sheet.paragraph(named(`${words.original}:`, original), { parent, tag: 'P', after: 4 });
  sheet.rule();
}

async function putNotes(sheet: Sheet, printed: PrintedArticle): Promise<void> {
  const { notes, words, locale } = printed;
  const parent = sheet.tags.element('Sect', sheet.tags.root);
  sheet.rule();
  const outline = await putHeading(sheet, words.notes, parent, locale);
  for (const note of notes) await putNote(sheet, note, printed, { parent, outline });
  const last = notes.length === 0 ? words.none : words.more;
  if (last) await sheet.paragraph([span(last, { lang: locale, ink: soft })], { parent, tag: 'P' });
  parent.end();
}

/** A heading over what is ours; its place among the bookmarks. */
async function putHeading(sheet: Sheet, words: string, parent: Structure, lang: string) {
  const heading = [span(words, { family: 'serif', weight: 650, size: 15, lang })];
  const { outline } = sheet.doc;
  await sheet.paragraph(heading, {
    parent,
    tag: 'H2',
    before: 6,
    after: 8,
    keep: 60,
    bookmark: { title: words, under: outline },
  });
  return outline.children.at(-1) as PDFKit.PDFOutline;
}

interface Place {
  parent: Structure;
  outline: PDFKit.PDFOutline;
}

async function putNote(
  sheet: Sheet,
  note: PrintedNote,
  { lang, locale, words }: PrintedArticle,
  { parent: notes, outline }: Place,
): Promise<void> {
  const parent = sheet.tags.element('Sect', notes);
  await putVerdict(sheet, note, { locale, words }, { parent, outline });
  const options = { parent, tag: 'P', indent: NOTE, after: 2 };
  // What a note is about stays with what is known of it.
  const together = { ...options, keep: note.passage ? 34 : 16 };
  await sheet.paragraph([span(note.statement, { family: 'serif', weight: 600, size: 10.5, lang })], together);
  if (note.passage)
    await sheet.paragraph([span(`“${note.passage}”`, { family: 'serif', size: 9.5, lang, ink: soft })], {
      ...options,
      keep: 16,
    });
  const facts = [
    span(`${note.facts} · `, { size: 8, lang: locale, ink: soft }),
    linked(note.address, locale, 8),
  ];
  await sheet.paragraph(facts, { ...options, after: 3 });
  await putRuling(sheet, parent, note, locale, lang);
  await putSources(sheet, parent, note.sources, locale);
  if (note.more) await sheet.paragraph([span(note.more, { size: 8, lang: locale, ink: soft })], options);
  parent.end();
  sheet.space(6);
}

/** The heading of a note: its number, which leads back to the text, and its verdict by picture and word. */
async function putVerdict(
  sheet: Sheet,
  { number, look, verdict, gone, statement }: PrintedNote,
  { locale, words }: Pick<PrintedArticle, 'locale' | 'words'>,
  { parent, outline }: Place,
): Promise<void> {
  const colour = colourOf(look);
  const back = gone ? {} : { goTo: `mark-${number}`, says: words.toText };
  const ink = { colour, destination: `note-${number}`, ...back };
  const head = [
    span(`${number}  ${verdict}`, { weight: 650, size: 10, lang: locale, ink }),
    ...(gone ? [span(`  ${words.gone}`, { lang: locale, ink: soft })] : []),
  ];
  await sheet.paragraph(head, {
    parent,
    tag: 'H3',
    indent: NOTE,
    icon: { path: VERDICT_PATHS[look === 'folded' ? 'open' : look], colour },
    before: 6,
    after: 1,
    keep: 44,
    bookmark: { title: `${number} ${verdict}: ${shortened(oneLine(statement))}`, under: outline },
  });
}

const BOOKMARK_MAX = 80;
const shortened = (text: string) =>
  text.length <= BOOKMARK_MAX ? text : `${text.slice(0, BOOKMARK_MAX).toWellFormed().trimEnd()}…`;

async function putRuling(
  sheet: Sheet,
  parent: Structure,
  { ruling }: PrintedNote,
  locale: string,
  lang: string,
) {
  if (!ruling) return;
  const options: ParagraphOptions = { parent, tag: 'P', indent: NOTE + 12, bar: NOTE + 3, after: 1 };
  await sheet.paragraph([span(ruling.by, { weight: 600, lang: locale })], { ...options, keep: 14 });
  for (const line of ruling.summary.split('\n'))
    await sheet.paragraph([span(line, { family: 'serif', size: 10, lang })], options);
  for (const change of ruling.changes)
    await sheet.paragraph([span(change, { size: 8, lang: locale, ink: soft })], options);
  sheet.space(3);
}

async function putSources(
  sheet: Sheet,
  parent: Structure,
  sources: readonly PrintedSource[],
  locale: string,
) {
  if (sources.length === 0) return;
  const list = sheet.tags.element('L', parent);
  for (const source of sources) {
    const item = sheet.tags.element('LI', list);
    const label = { text: '•', element: sheet.tags.element('Lbl', item) };
    const body = sheet.tags.element('LBody', item);
    const { stance, title, state, address, quote } = source;
    const head = [
      span(title, { weight: 600, size: 8.5, lang: locale }),
      span(` · ${[stance, state].filter(Boolean).join(' · ')} · `, { size: 8.5, lang: locale, ink: soft }),
      linked(address, locale, 8.5),
      ...(quote ? [span(`  “${quote}”`, { family: 'serif', size: 9, lang: locale })] : []),
    ];
    await sheet.paragraph(head, { parent: body, tag: 'P', indent: NOTE + 14, label, after: 2 });
    item.end();
  }
  list.end();
}

/** What the verdicts mean that stand in the article. */
async function putLegend(sheet: Sheet, { legend, words, locale }: PrintedArticle): Promise<void> {
  if (legend.length === 0) return;
  const parent = sheet.tags.element('Sect', sheet.tags.root);
  sheet.rule();
  await putHeading(sheet, words.legend, parent, locale);
  for (const { look, verdict, meaning } of legend) {
    const colour = colourOf(look);
    const line = [
      span(`${verdict}:`, { weight: 650, lang: locale, ink: { colour } }),
      span(` ${meaning}`, { lang: locale }),
    ];
    const icon = { path: VERDICT_PATHS[look], colour };
    await sheet.paragraph(line, { parent, tag: 'P', indent: ICON, icon, after: 3 });
  }
  parent.end();
}
