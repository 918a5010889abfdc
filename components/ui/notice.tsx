import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'info' | 'success' | 'error';

const ICONS: Record<Tone, IconName> = { info: 'info', success: 'check', error: 'warning' };

/** What happened, or what went wrong and what to do. An error interrupts a screen reader, the others wait. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
