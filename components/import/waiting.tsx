import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Progress, Spinner } from '#components/ui/progress.tsx';

/** What a preview is at, as the server tells it; `sending` until it tells something. */
export type PreviewStage = 'sending' | 'fetching' | 'reading';

/** A preview under way: where its page is fetched from (null when nothing is), and the file that is read, if any. */
export interface PreviewWork {
  host: string | null;
  fileName: string | null;
  stage: PreviewStage;
}

/** The steps of a preview: those behind it, the one under way, and those to come. */
export function Waiting({ work }: { work: PreviewWork | null }) {
  const t = useTranslations('import');
  const steps = work ? stepsOf(work, t) : [];
  const at = work
    ? Math.max(
        0,
        steps.findIndex(({ stage }) => stage === work.stage),
      )
    : -1;
  const now = steps[at]?.words ?? '';
  const box = useRef<HTMLDivElement>(null);
  const isWorking = work !== null;
  // On a phone they appear below what is seen.
  useEffect(() => {
    if (isWorking) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isWorking]);
  return (
    <div ref={box} className="import-waiting">
      <p role="status" className="visually-hidden">
        {now}
      </p>
      {work && (
        <>
          <ol className="import-steps">
            {steps.map(({ stage, words }, index) => (
              <li key={stage} data-state={index < at ? 'done' : index === at ? 'now' : 'later'}>
                {index < at ? <Icon name="check" /> : index === at ? <Spinner /> : <span className="dot" />}
                <span>
                  {words} {stage === 'fetching' && index === at && t('fetchingTakes')}
                </span>
              </li>
            ))}
          </ol>
          <Progress label={now} />
        </>
      )}
    </div>
  );
}

interface Step {
  stage: PreviewStage | 'storing';
  words: string;
}

function stepsOf({ host, fileName }: PreviewWork, t: ReturnType<typeof useTranslations<'import'>>): Step[] {
  const reading = fileName ? t('readingFile', { name: fileName }) : t(host ? 'reading' : 'previewing');
  return [
    ...(host ? [{ stage: 'fetching' as const, words: t('fetching', { host }) }] : []),
    { stage: 'reading', words: reading },
    { stage: 'storing', words: t('storingLater') },
  ];
}
