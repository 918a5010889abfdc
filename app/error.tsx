'use client';

import { Failure } from '#components/layout/failure.tsx';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <Failure reset={reset} />;
}
