import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';

interface VoicesProps {
  sources: readonly SourceView[];
  words: Words<'card'>;
  /** A source as an item of a list. */
  draw(source: SourceView): ReactNode;
}

/** Sources as a list. Those that carry the same text are one entry: the first of them, and a line that says how many. */
export function Voices({ sources, words, draw }: VoicesProps) {
  return (
    <ul className="sources">
      {voicesOf(sources).map(([first, ...others]) => {
        if (!first) return null;
        if (others.length === 0) return draw(first);
        return (
          <li key={first.id} className="voice">
            <ul className="sources">{draw(first)}</ul>
            <details>
              <summary>
                <Icon name="list" />
                {words('oneText', { n: others.length + 1 })}
              </summary>
              <ul className="sources">{others.map(draw)}</ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
