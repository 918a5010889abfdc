/** What the page tells of itself. Times in milliseconds since the navigation began. */
export interface Probe {
  /** The marks are in the text and the cards beside their lines, and that is painted. */
  drawn: number;
  /** tiptap has taken the text over, and that is painted. Only for somebody who is signed in. */
  surface: number;
  /** Layout shifts that nobody provoked, as Core Web Vitals counts them. */
  shift: number;
  /** Resolves with the time from a press that ends until `there()` holds and is painted. */
  afterPress(there: () => boolean): Promise<number>;
  /** The same for each letter that is typed, until it stands there. */
  afterKeys(count: number): Promise<number[]>;
}

/** To be run in a page before anything else: puts the probe there as `window.probe`. Must stand alone. */
export function installProbe(): void {
  // To be called while a frame is made: after it has been painted.
  const frameIsPainted = () =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  // After the next frame has been painted.
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => void frameIsPainted().then(resolve));
    });
  // After the first frame in which `there()` holds has been painted.
  const paintedOnce = (there: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (there()) void frameIsPainted().then(resolve);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const late = (what: string) =>
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${what} did not come within 20 s`)), 20_000);
    });
  const probe: Probe = {
    drawn: 0,
    surface: 0,
    shift: 0,
    afterPress: (there) => {
      const answered = new Promise<number>((resolve) => {
        addEventListener(
          'pointerup',
          (event) => {
            void paintedOnce(there).then((now) => resolve(now - event.timeStamp));
          },
          { once: true, capture: true },
        );
      });
      return Promise.race([answered, late(String(there))]);
    },
    afterKeys: (count) => {
      const typed = new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let pressed = 0;
        addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
        addEventListener(
          'input',
          () => {
            const since = pressed;
            void painted().then((now) => {
              times.push(now - since);
              if (times.length === count) resolve(times);
            });
          },
          { capture: true },
        );
      });
      return Promise.race([typed, late('the letters')]);
    },
  };
  Object.assign(window, { probe });
  const main = () => document.getElementById('main');
  void paintedOnce(() => document.readyState !== 'loading' && main()?.dataset.placed !== undefined).then(
    (now) => (probe.drawn = now),
  );
  const surfaces = document.getElementsByClassName('ProseMirror');
  void paintedOnce(() => surfaces.length > 0).then((now) => (probe.surface = now));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
      if (!entry.hadRecentInput) probe.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
