import { Icon } from '#components/ui/icon.tsx';
import { type KeyLine, KeyLines } from '#components/ui/key-lines.tsx';
import type { Words } from '#components/ui/words.ts';

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
      <KeyLines className="body" lines={lines} />
    </dialog>
  );
}
