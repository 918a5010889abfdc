import { LinkButton } from '#components/ui/button.tsx';
import type { Words } from '#components/ui/words.ts';

/** In place of what the link of a mail would have led to. */
export function DeadLink({ t, again }: { t: Words<'account'>; again: { href: string; words: string } }) {
  return (
    <main id="main" className="column narrow account">
      <h1>{t('link.badTitle')}</h1>
      <div className="stack">
        <p className="lede">{t('link.bad')}</p>
        <div className="row">
          <LinkButton look="primary" href={again.href}>
            {again.words}
          </LinkButton>
        </div>
      </div>
    </main>
  );
}
