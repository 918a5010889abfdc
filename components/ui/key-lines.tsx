/** Keys, and what each of them does. */
export interface KeyLine {
  keys: string[];
  does: string;
}

/** A list of keys. */
export function KeyLines({ lines, className }: { lines: readonly KeyLine[]; className: string }) {
  return (
    <dl className={className}>
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
  );
}
