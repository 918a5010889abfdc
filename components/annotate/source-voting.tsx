'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SourceVotes, SourceVotesTold } from '#components/annotation/source-votes.tsx';
import { VoteSender } from '#components/annotation/vote-sender.ts';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem } from '#components/api/request.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { useWorkspace } from './workspace-context.tsx';

interface SourceVotingProps {
  annotation: AnnotationDetail;
  source: SourceView;
}

/** Whether a source is useful is said on its card by whoever did not give it, while the claim takes anything. */
export function SourceVoting({ annotation, source }: SourceVotingProps) {
  const words = useTranslations('card');
  const problems = useTranslations('problems');
  const { viewer, articleState } = useWorkspace();
  const [votes, setVotes] = useState(source.votes);
  const sender = useRef(new VoteSender());
  // Others vote too: what the server told last is shown.
  const { useful, notUseful, mine } = source.votes;
  useEffect(() => setVotes({ useful, notUseful, mine }), [useful, notUseful, mine]);

  const isOwn = source.addedBy.handle === viewer.handle;
  if (isOwn || articleState === 'locked' || annotation.state !== 'active')
    return <SourceVotesTold votes={votes} words={words} />;
  return (
    <SourceVotes
      sourceId={source.id}
      votes={votes}
      words={words}
      onVote={(pressed) =>
        void sender.current.press(source.id, votes, pressed, {
          show: setVotes,
          done: (now) => announceQuietly(words('usefulCounts', now)),
          failed: (error) => {
            if (!(error instanceof RequestProblem)) console.error(error);
            announce(words('voteFailed', { why: problemWords(problems, error) }), 'error');
          },
        })
      }
    />
  );
}
