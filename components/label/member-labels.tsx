'use client';

import { Messages } from '#components/ui/messages.tsx';
import type { Messages as Catalogue } from '#lib/i18n/messages.ts';
import { LabelBar, type LabelBarProps } from './label-bar.tsx';

/** The labels on a page that is no workspace. */
export function MemberLabels({ messages, ...props }: LabelBarProps & { messages: Partial<Catalogue> }) {
  return (
    <Messages locale={props.locale} messages={messages}>
      <LabelBar {...props} />
    </Messages>
  );
}
