'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SourceVotes } from '#components/annotation/source-votes.tsx';
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

/** Whether a source is useful, said on its card. */
export function SourceVoting({ annotation, source }: SourceVotingProps) {
  const words = useTranslations('card');
  const problems = useTranslations('problems');
  const { put } = useWorkspace();
  const [votes, setVotes] = useState(source.votes);
  const sender = useRef(new VoteSender());
  const latest = useRef(annotation);
  useEffect(() => {
    latest.current = annotation;
  });
  // Others vote too: what the server told last is shown.
  const { useful, notUseful, mine } = source.votes;
  useEffect(() => setVotes({ useful, notUseful, mine }), [useful, notUseful, mine]);

  return (
    <SourceVotes
      sourceId={source.id}
      votes={votes}
      words={words}
      onVote={(pressed) =>
        void sender.current.press(source.id, votes, pressed, {
          show: setVotes,
          done: (now) => {
            announceQuietly(words('usefulCounts', now));
            // In its place: the order is another one only when the card is read anew.
            const sources = latest.current.sources.map((one) =>
              one.id === source.id ? { ...one, votes: now } : one,
            );
            put({ ...latest.current, sources });
          },
          failed: (error) => {
            if (!(error instanceof RequestProblem)) console.error(error);
            announce(words('voteFailed', { why: problemWords(problems, error) }), 'error');
          },
        })
      }
    />
  );
}
