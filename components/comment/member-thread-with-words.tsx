'use client';

import { Messages } from '#components/ui/messages.tsx';
import type { Messages as Catalogue } from '#lib/i18n/messages.ts';
import { MemberThread, type MemberThreadProps } from './member-thread.tsx';

export function MemberThreadWithWords({
  messages,
  ...props
}: MemberThreadProps & { messages: Partial<Catalogue> }) {
  return (
    <Messages locale={props.locale} messages={messages}>
      <MemberThread {...props} />
    </Messages>
  );
}
