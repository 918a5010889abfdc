import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { failureHelp } from './failure-words.ts';

interface SourceAgainProps {
  source: Pick<SourceView, 'id' | 'failure'>;
  words: Words<'card'>;
}

/**
 * What can be done about a page that could not be had, for somebody who takes part. Nothing is attached to the button: it
 * is drawn by React here and by the server there, and source-trying.ts listens to both.
 */
export function SourceAgain({ source: { id, failure }, words }: SourceAgainProps) {
  return (
    <div className="again small">
      <p>{failureHelp(words, failure)}</p>
      <button type="button" data-look={id}>
        {words('tryAgain')}
      </button>
    </div>
  );
}
