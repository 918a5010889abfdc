import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';

/** Links of which one is where the reader is. */
export function LinkTabs({
  label,
  items,
}: {
  label: string;
  items: { href: string; label: ReactNode; current: boolean; onClick?: (event: MouseEvent) => void }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          onClick={item.onClick}
        >
          {item.label}
        </a>
      ))}
    </nav>
  );
}

/**
 * Tabs that change what stands below them, in client components. Arrows move, Home and End go to the ends. The panel
 * is the caller's: `<div role="tabpanel" id={`${id}-panel-${key}`} aria-labelledby={`${id}-tab-${key}`}>`.
 */
export function Tabs<K extends string>({
  id,
  label,
  items,
  selected,
  onSelect,
}: {
  id: string;
  label: string;
  items: { key: K; label: ReactNode }[];
  selected: K;
  onSelect: (key: K) => void;
}) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = items.findIndex(({ key }) => key === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const next = to === undefined ? undefined : items[(to + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.key);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${next.key}`)}`)?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          id={`${id}-tab-${item.key}`}
          aria-selected={item.key === selected}
          aria-controls={item.key === selected ? `${id}-panel-${item.key}` : undefined}
          tabIndex={item.key === selected ? 0 : -1}
          onClick={() => onSelect(item.key)}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
