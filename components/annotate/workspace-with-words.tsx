'use client';

import { Messages } from '#components/ui/messages.tsx';
import type { Messages as Catalogue } from '#lib/i18n/messages.ts';
import { Workspace, type WorkspaceProps } from './workspace.tsx';

export function WorkspaceWithWords({
  messages,
  ...props
}: WorkspaceProps & { messages: Partial<Catalogue> }) {
  return (
    <Messages locale={props.locale} messages={messages}>
      <Workspace {...props} />
    </Messages>
  );
}
