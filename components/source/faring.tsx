import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { WebPageItem } from '#lib/evidence/page-list/schema.ts';
import { SOURCE_STATES, STANCES } from '#lib/evidence/schema.ts';

/** More are not counted (lib/evidence/page-list). */
const COUNTED = 1_000;

export const STATE_ICONS = {
  pending: 'more',
  verified: 'check',
  altered: 'edit',
  missing: 'warning',
  'no-quote': 'context',
  unreachable: 'ban',
} as const satisfies Record<(typeof SOURCE_STATES)[number], IconName>;

/** How often a page was used and with what stance, and how its sources fared, in words with pictures. */
export function Faring({ uses, words }: { uses: WebPageItem['uses']; words: Words<'sources'> }) {
  const many = uses.total >= COUNTED;
  return (
    <ul className="source-faring">
      <li>
        <b>{words(many ? 'usedMany' : 'used', { n: uses.total })}</b>
      </li>
      {STANCES.filter((stance) => uses.stances[stance] > 0).map((stance) => (
        <li key={stance} className={`stance-${stance}`}>
          <span className="stance">
            <Icon name={stance} />
            {words(`stanceCounts.${stance}`, { n: uses.stances[stance] })}
          </span>
        </li>
      ))}
      {SOURCE_STATES.filter((state) => uses.states[state] > 0).map((state) => (
        <li key={state} className={`fared-${state}`}>
          <Icon name={STATE_ICONS[state]} />
          {words(`fared.${state}`, { n: uses.states[state] })}
        </li>
      ))}
    </ul>
  );
}
