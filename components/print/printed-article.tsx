import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { documentHtml, escapeHtml } from '#lib/document/html.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type {
  PrintedArticle,
  PrintedMark,
  PrintedMeaning,
  PrintedNote,
  PrintedSource,
} from '#lib/interchange/print/printed.ts';

/** An article for paper: its text with numbers behind the words that were marked, and the notes under it. */
export function PrintedPage({
  printed,
  folds,
  locale,
}: {
  printed: PrintedArticle;
  folds: Folds;
  locale: Locale;
}) {
  const t = translator(locale, 'print');
  const { slug, title, lang, facts, words, notes } = printed;
  const path = `/articles/${encodeURIComponent(slug)}`;
  return (
    <main id="main" className="column print-page" data-article={printed.id}>
      <aside className="print-acts">
        <p>{t('hint')}</p>
        <p className="row">
          <a href={`/api/articles/${printed.id}/pdf?lang=${locale}`}>{t('pdf')}</a>
          <a href={path}>{t('back')}</a>
        </p>
      </aside>
      <FoldsNotice folds={folds} href={`${path}/print`} locale={locale} />
      <header className="print-head">
        <h1 lang={lang} dir="auto">
          {title}
        </h1>
        {facts.map((fact) => (
          <p key={fact} dir="auto">
            {fact}
          </p>
        ))}
        <p>
          {words.address} <Address to={printed.address} />
        </p>
        {printed.original && (
          <p>
            {words.original}: <Address to={printed.original} />
          </p>
        )}
      </header>
      <div
        className="prose"
        lang={lang}
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own serializer, which escapes everything
        dangerouslySetInnerHTML={{
          __html: documentHtml(printed.document, { markers: printed.marks.map(marker(t)) }),
        }}
      />
      <section aria-labelledby="notes">
        <h2 id="notes">{words.notes}</h2>
        <ol className="print-notes">
          {notes.map((note) => (
            <Note key={note.number} note={note} gone={words.gone} locale={locale} />
          ))}
        </ol>
        {notes.length === 0 && <p>{words.none}</p>}
        {words.more && <p>{words.more}</p>}
      </section>
      {printed.legend.length > 0 && <Legend legend={printed.legend} heading={words.legend} locale={locale} />}
    </main>
  );
}

interface LegendGiven {
  legend: PrintedMeaning[];
  heading: string;
  locale: Locale;
}

function Legend({ legend, heading, locale }: LegendGiven) {
  return (
    <section aria-labelledby="legend" className="print-legend">
      <h2 id="legend">{heading}</h2>
      <ul>
        {legend.map(({ look, meaning }) => (
          <li key={look}>
            <VerdictLabel shown={look} words={translator(locale, 'verdict')} /> {meaning}
          </li>
        ))}
      </ul>
    </section>
  );
}

const marker =
  (t: ReturnType<typeof translator<'print'>>) =>
  ({ at, number, look }: PrintedMark) => ({
    at,
    html: `<sup data-marker="" class="print-mark v-${look}"><a id="mark-${number}" href="#note-${number}" aria-label="${escapeHtml(t('notes'))} ${number}">${number}</a></sup>`,
  });

/** On paper an address has to be read, and typed. */
const Address = ({ to }: { to: string }) => (
  <a href={to} rel="nofollow ugc noopener">
    <bdi>{to.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</bdi>
  </a>
);

function Note({ note, gone, locale }: { note: PrintedNote; gone: string; locale: Locale }) {
  const t = translator(locale, 'print');
  const { number, look, statement, passage, ruling, sources } = note;
  return (
    <li id={`note-${number}`} className={`v-${look}`}>
      <p className="print-verdict">
        <span className="num">{number}</span>{' '}
        <VerdictLabel shown={look} words={translator(locale, 'verdict')} />
        {note.gone ? (
          <span> · {gone}</span>
        ) : (
          <a className="print-acts" href={`#mark-${number}`}>
            {t('toText')}
          </a>
        )}
      </p>
      <p className="print-statement" dir="auto">
        {statement}
      </p>
      {passage && (
        <q dir="auto" className="print-passage">
          {passage}
        </q>
      )}
      <p className="small">
        {note.facts} · <Address to={note.address} />
      </p>
      {ruling && (
        <div className="print-ruling">
          <p>{ruling.by}</p>
          {ruling.summary && <p dir="auto">{ruling.summary}</p>}
          {ruling.changes.map((change) => (
            <p key={change} dir="auto" className="small">
              {change}
            </p>
          ))}
        </div>
      )}
      {sources.length > 0 && (
        <ul className="print-sources">
          {sources.map((source) => (
            <Source key={`${source.address} ${source.quote}`} source={source} />
          ))}
        </ul>
      )}
      {note.more && <p className="small">{note.more}</p>}
    </li>
  );
}

function Source({ source: { stance, title, address, quote, state } }: { source: PrintedSource }) {
  return (
    <li>
      <bdi>{title}</bdi> · {stance}
      {state && ` · ${state}`} · <Address to={address} />
      {quote && <q dir="auto">{quote}</q>}
    </li>
  );
}
