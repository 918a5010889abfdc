import { PALETTE, VERDICT_COLOURS } from '../picture/palette.ts';
import { plain } from '../plain.ts';
import type { Fonts, TextStyle } from '../typeset/fonts.ts';
import { Body } from './body.ts';
import type { PrintedArticle, PrintedNote, PrintedSource } from './printed.ts';
import { type Ink, type InkSpan, Sheet, type Structure } from './sheet.ts';

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

/** An article with its notes as a PDF: tagged, in any script, with links between the text and its notes. */
export async function toPdf(fonts: Fonts, printed: PrintedArticle): Promise<Buffer> {
  const footer: TextStyle = { family: 'sans', weight: 400, lang: printed.locale };
  await fonts.load([...'0123456789.•'], footer);
  const about = {
    title: plain(printed.title),
    lang: printed.lang,
    author: plain(printed.author ?? 'Obelus'),
    created: new Date(printed.capturedAt),
  };
  const sheet = new Sheet(fonts, about, footer);
  await putHead(sheet, printed);
  await new Body(sheet, printed).put(printed.document);
  await putNotes(sheet, printed);
  return sheet.end();
}

async function putHead(
  sheet: Sheet,
  { title, lang, locale, facts, words, address, original }: PrintedArticle,
) {
  const parent = sheet.root;
  const heading = [span(title, { family: 'serif', weight: 650, size: 22, lang })];
  await sheet.paragraph(heading, { parent, tag: 'H1', after: 10 });
  for (const fact of facts)
    await sheet.paragraph([span(fact, { lang: locale, ink: soft })], { parent, tag: 'P', after: 1 });
  const link = (to: string) => span(to, { lang: locale, ink: { colour: PALETTE.accent, link: to } });
  const read = [span(`${words.address} `, { lang: locale, ink: soft }), link(address)];
  await sheet.paragraph(read, { parent, tag: 'P', after: 1 });
  if (original)
    await sheet.paragraph([span(`${words.original}: `, { lang: locale, ink: soft }), link(original)], {
      parent,
      tag: 'P',
      after: 4,
    });
  sheet.rule();
}

async function putNotes(sheet: Sheet, printed: PrintedArticle): Promise<void> {
  const { notes, words, locale } = printed;
  const parent = sheet.root;
  sheet.rule();
  const heading = [span(words.notes, { family: 'serif', weight: 650, size: 15, lang: locale })];
  await sheet.paragraph(heading, { parent, tag: 'H2', after: 8, keep: 60 });
  for (const note of notes) await putNote(sheet, note, printed);
  if (words.more)
    await sheet.paragraph([span(words.more, { lang: locale, ink: soft })], { parent, tag: 'P' });
}

async function putNote(
  sheet: Sheet,
  note: PrintedNote,
  { lang, locale, words }: PrintedArticle,
): Promise<void> {
  const colour = note.look === 'remark' || note.look === 'folded' ? PALETTE.soft : VERDICT_COLOURS[note.look];
  const parent = sheet.element('Note', sheet.root);
  const back = note.gone ? {} : { goTo: `mark-${note.number}` };
  const ink = { colour, destination: `note-${note.number}`, ...back };
  const head = [
    span(`${note.number}  ${note.verdict}`, { weight: 650, size: 10, lang: locale, ink }),
    ...(note.gone ? [span(`  ${words.gone}`, { lang: locale, ink: soft })] : []),
  ];
  await sheet.paragraph(head, { parent, tag: 'P', before: 6, after: 1, keep: 30 });
  const statement = [span(note.statement, { family: 'serif', weight: 600, size: 10.5, lang })];
  await sheet.paragraph(statement, { parent, tag: 'P', after: 2 });
  if (note.passage) {
    const passage = [span(`“${note.passage}”`, { family: 'serif', size: 9.5, lang, ink: soft })];
    await sheet.paragraph(passage, { parent, tag: 'P', after: 2 });
  }
  const facts = [
    span(`${note.facts} · `, { size: 8, lang: locale, ink: soft }),
    span(note.address, { size: 8, lang: locale, ink: { colour: PALETTE.accent, link: note.address } }),
  ];
  await sheet.paragraph(facts, { parent, tag: 'P', after: 3 });
  await putRuling(sheet, parent, note, locale, lang);
  for (const source of note.sources) await putSource(sheet, parent, source, locale);
  if (note.more)
    await sheet.paragraph([span(note.more, { size: 8, lang: locale, ink: soft })], { parent, tag: 'P' });
  parent.end();
  sheet.space(4);
}

async function putRuling(
  sheet: Sheet,
  parent: Structure,
  { ruling }: PrintedNote,
  locale: string,
  lang: string,
) {
  if (!ruling) return;
  const options = { parent, tag: 'P', indent: 14, bar: 4, after: 1 };
  await sheet.paragraph([span(ruling.by, { weight: 600, lang: locale })], options);
  for (const line of ruling.summary.split('\n'))
    await sheet.paragraph([span(line, { family: 'serif', size: 10, lang })], options);
  for (const change of ruling.changes)
    await sheet.paragraph([span(change, { size: 8, lang: locale, ink: soft })], options);
  sheet.space(3);
}

async function putSource(
  sheet: Sheet,
  parent: Structure,
  source: PrintedSource,
  locale: string,
): Promise<void> {
  const { stance, title, state, address, quote } = source;
  const head = [
    span(title, { weight: 600, size: 8.5, lang: locale }),
    span(` · ${[stance, state].filter(Boolean).join(' · ')} · `, { size: 8.5, lang: locale, ink: soft }),
    span(address, { size: 8.5, lang: locale, ink: { colour: PALETTE.accent, link: address } }),
    ...(quote ? [span(`  “${quote}”`, { family: 'serif', size: 9, lang: locale })] : []),
  ];
  await sheet.paragraph(head, { parent, tag: 'P', indent: 14, label: '•', after: 2 });
}
