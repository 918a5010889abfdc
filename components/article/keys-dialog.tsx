import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';

export interface KeyLine {
  keys: string[];
  does: string;
}

/** All keys of the page. The margin script opens it; closing it is the browser's own work. */
export function KeysDialog({ words, more = [] }: { words: Words<'article'>; more?: KeyLine[] }) {
  const lines: KeyLine[] = [
    { keys: ['j'], does: words('keys.next') },
    { keys: ['k'], does: words('keys.previous') },
    { keys: ['n'], does: words('keys.nextComment') },
    { keys: ['p'], does: words('keys.previousComment') },
    ...more,
    { keys: ['/'], does: words('keys.search') },
    { keys: ['Esc'], does: words('keys.leave') },
    { keys: ['?'], does: words('keys.all') },
  ];
  return (
    <dialog className="dialog keys" id="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">{words('keys.title')}</h2>
        <form method="dialog">
          <button type="submit" className="button quiet icon-only" aria-label={words('keys.close')}>
            <Icon name="close" />
          </button>
        </form>
      </header>
      <dl className="body">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
