/** New comments that are not shown yet: by whom each answers, as far as that stands on the page. */
export class NewsCount {
  private readonly parents = new Map<string, string | null>();

  add(id: string, parentId: string | null): void {
    this.parents.set(id, parentId);
  }

  delete(id: string): boolean {
    return this.parents.delete(id);
  }

  /** Forgets those that stand on the page meanwhile. Returns whether there were any. */
  forget(shows: (id: string) => boolean): boolean {
    const shown = [...this.parents.keys()].filter(shows);
    for (const id of shown) this.parents.delete(id);
    return shown.length > 0;
  }

  /**
   * The ids of those that answer a comment which stands on the page, by that comment; all others, which are offered above
   * the list, under the empty name.
   */
  groups(shows: (id: string) => boolean): Map<string, string[]> {
    return Map.groupBy(this.parents.keys(), (id) => {
      const parent = this.parents.get(id);
      return parent && shows(parent) ? parent : '';
    });
  }
}
