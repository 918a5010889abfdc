'use client';

import { SourceTrying } from '#components/annotation/source-trying.ts';

/** Pages are looked at again where nothing comes along the live channel: what came of it is read with the page. */
export function SourceTryingAnew() {
  return <SourceTrying onLooked={reload} />;
}

const reload = () => location.reload();
