'use client';

import { useTranslations } from 'use-intl';
import type { Look } from './look.ts';

/** Says of the comments under the article that they come along, or how they can be brought. */
export function ThreadAlong({ look: { found } }: { look: Look }) {
  const t = useTranslations('exhibit');
  const { thread } = found;
  const n = thread?.comments.length ?? 0;
  const declared = thread?.declaredCount ?? null;
  const words =
    n === 0
      ? t('later')
      : declared !== null && declared > n
        ? t('comesSome', { n, declared })
        : t('comesAlong', { n });
  return <p className="small thread-along">{words}</p>;
}
