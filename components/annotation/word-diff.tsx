import { Fragment } from 'react';
import { wordDiff } from '#lib/anchoring/word-diff.ts';

/** What became of some words, in one line: what went struck through, what came underlined. */
export function WordDiff({ before, after, lang }: { before: string; after: string; lang?: string }) {
  return (
    <span className="word-diff" lang={lang} dir="auto">
      {wordDiff(before, after).map(({ kind, oldStart, oldEnd, newStart, newEnd }, at, runs) => {
        const words = kind === 'removed' ? before.slice(oldStart, oldEnd) : after.slice(newStart, newEnd);
        const Tag = kind === 'removed' ? 'del' : 'ins';
        // The white space behind what came or went is nothing to be looked at.
        const end = words.trimEnd().length;
        return (
          <Fragment key={`${oldStart} ${newStart}`}>
            {kind === 'equal' ? words : <Tag>{words.slice(0, end)}</Tag>}
            {kind === 'equal' ? null : words.slice(end)}
            {/* What went and what came do not touch. */}
            {kind === 'removed' && end === words.length && runs[at + 1]?.kind === 'inserted'
              ? '\u2009'
              : null}
          </Fragment>
        );
      })}
    </span>
  );
}
