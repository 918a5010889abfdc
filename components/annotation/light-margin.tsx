import type { Words } from '#components/ui/words.ts';
import { type Aside, opensItself } from './set-aside.ts';

/** The margin of a page with thousands of cards. Its script draws the rail: see margin-window.ts. */
export function LightMargin({ cards, title, words }: { cards: string; title: string; words: Words<'card'> }) {
  return (
    <section
      className="margin"
      aria-labelledby="annotations"
      data-waiting={words('waiting')}
      data-failed={words('failed')}
    >
      <h2 id="annotations">{title}</h2>
      {/* Written by light-cards.ts, which escapes everything in it. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
      <div className="cards" role="list" dangerouslySetInnerHTML={{ __html: cards }} />
    </section>
  );
}

/** The thousands have no tick each: what is near the screen gets one, by the script. */
export function LightRail() {
  return <div className="rail" data-drawn="" aria-hidden="true" />;
}

/** There also where nothing is in it: a workspace may put something in. */
export function LightSetAside({
  name,
  cards,
  count,
  title,
  hint,
}: {
  name: Aside;
  cards: string;
  count: number;
  title: string;
  hint: string;
}) {
  return (
    <details className="set-aside" data-aside={name} hidden={count === 0} open={opensItself(name, count)}>
      <summary>
        {title} <span className="num">({count})</span>
      </summary>
      <p className="small">{hint}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
      <ol className="cards" dangerouslySetInnerHTML={{ __html: cards }} />
    </details>
  );
}
