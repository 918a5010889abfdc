import { wordDiff } from '#lib/anchoring/word-diff.ts';

/** What became of some words, in one line: what went struck through, what came underlined. */
export function WordDiff({ before, after, lang }: { before: string; after: string; lang?: string }) {
  return (
    <span className="word-diff" lang={lang} dir="auto">
      {wordDiff(before, after).map(({ kind, oldStart, oldEnd, newStart, newEnd }) => {
        const key = `${oldStart} ${newStart}`;
        if (kind === 'removed') return <del key={key}>{before.slice(oldStart, oldEnd)}</del>;
        const words = after.slice(newStart, newEnd);
        return kind === 'inserted' ? <ins key={key}>{words}</ins> : <span key={key}>{words}</span>;
      })}
    </span>
  );
}
