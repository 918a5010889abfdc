import { labelled } from '#components/annotation/passage.ts';
import { type Segment, segments } from '#lib/anchoring/segments.ts';
import type { QuotedPassage } from '#lib/evidence/page-record/schema.ts';
import type { Part } from '#lib/evidence/parts.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { lookOfClaim } from './look-of-claim.ts';
import { passageId } from './source-href.ts';

interface SnapshotTextProps {
  text: string;
  part: Part;
  passages: readonly QuotedPassage[];
  lang: string | null;
  locale: Locale;
}

/** A stretch of another publisher's text, drawn as text, with what is quoted of it marked and linked to its claims. */
export function SnapshotText({ text, part, passages, lang, locale }: SnapshotTextProps) {
  const here = passages.filter(({ start, end }) => end > part.start && start < part.end);
  const flat = segments(here.map(({ start, end }) => ({ id: passageId({ start, end }), start, end })));
  const byId = new Map(here.map((passage) => [passageId(passage), passage]));
  return (
    <div className="source-text" lang={lang && lang !== locale ? lang : undefined}>
      {linesOf(text, part).map((line) => (
        <p key={line.start} dir="auto">
          <Line line={line} text={text} flat={flat} byId={byId} locale={locale} />
        </p>
      ))}
    </div>
  );
}

/** The paragraphs of a stretch of text. */
function linesOf(text: string, { start, end }: Part): Part[] {
  const lines: Part[] = [];
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at);
    const lineEnd = next < 0 || next >= end ? end : next;
    if (lineEnd > at) lines.push({ start: at, end: lineEnd });
    at = lineEnd + 1;
  }
  return lines;
}

interface LineProps {
  line: Part;
  text: string;
  flat: readonly Segment[];
  byId: ReadonlyMap<string, QuotedPassage>;
  locale: Locale;
}

function Line({ line, text, flat, byId, locale }: LineProps) {
  const pieces: React.ReactNode[] = [];
  let at = line.start;
  for (const segment of flat) {
    if (segment.end <= at) continue;
    if (segment.start >= line.end) break;
    const [start, end] = [Math.max(segment.start, at), Math.min(segment.end, line.end)];
    pieces.push(text.slice(at, start));
    const top = byId.get(segment.ids.at(-1) ?? '');
    const look = lookOfClaim(top?.sources[0]?.claim);
    // A passage that goes over two paragraphs begins in the first.
    if (start === segment.start)
      pieces.push(...segment.starts.map((id) => <span key={id} id={id} className="passage-start" />));
    pieces.push(
      <mark key={start} className={`mark v-${look}`}>
        {text.slice(start, end)}
        {end === segment.end &&
          segment.ends.map((id) => <Ends key={id} passage={byId.get(id)} locale={locale} />)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at, line.end));
  return pieces;
}

/** Behind a passage, a link to each claim beside which it is quoted. */
function Ends({ passage, locale }: { passage: QuotedPassage | undefined; locale: Locale }) {
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  return claimsOf(passage).map(({ id, statement, ...claim }) => {
    const look = lookOfClaim(claim);
    return (
      <a
        key={id}
        className={`mark-end v-${look}`}
        href={`/claims/${id}`}
        aria-label={labelled({ look, gist: statement }, words).label}
      />
    );
  });
}

/** The claims beside which a passage is quoted, each once. */
export function claimsOf(passage: QuotedPassage | undefined) {
  const claims = (passage?.sources ?? []).map(({ claim }) => claim);
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}
