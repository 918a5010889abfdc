'use client';

import { SourceTrying } from '#components/annotation/source-trying.ts';

/** Pages in the list of what became of one's sources are looked at again; what came of it is read with the list. */
export function SourceNewsTrying() {
  return <SourceTrying onLooked={reload} />;
}

const reload = () => location.reload();
