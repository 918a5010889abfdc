/** Reads the page anew, with one thing on it in view: what was just done stands in the parts that the server draws. */
export function showAnew(id: string): void {
  history.replaceState(history.state, '', `#${id}`);
  location.reload();
}
