/**
 * The default export of a CommonJS package: a bundler hands it over as it is, Node hands over the whole module with
 * the export in it.
 */
export function defaultOf<T>(imported: T): T {
  return (imported as { default?: T }).default ?? imported;
}
