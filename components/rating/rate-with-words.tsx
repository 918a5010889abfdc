'use client';

import { useState } from 'react';
import { Messages } from '#components/ui/messages.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Messages as Catalogue } from '#lib/i18n/messages.ts';
import { Rate } from './rate.tsx';

interface RateWithWordsProps {
  assessment: Pick<AssessmentView, 'id' | 'author' | 'ratings'>;
  locale: Locale;
  messages: Partial<Catalogue>;
}

/** The same on a page that is no workspace: the counts beside it are the served ones until the page is read again. */
export function RateWithWords({ assessment, locale, messages }: RateWithWordsProps) {
  const [ratings, setRatings] = useState(assessment.ratings);
  return (
    <Messages locale={locale} messages={messages}>
      <Rate assessment={{ ...assessment, ratings }} onRated={setRatings} />
    </Messages>
  );
}
