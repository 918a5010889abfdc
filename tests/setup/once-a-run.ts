interface Shared {
  value: Promise<{ stop(): Promise<void> }>;
  users: number;
}

// The projects of a run set up one after the other in one process, each with its own copy of this module.
const kept = globalThis as unknown as { obelusShared?: Map<string, Shared> };

/** Something that all projects of a run use together: it starts with the first one and is stopped with the last. */
export async function onceARun<T extends { stop(): Promise<void> }>(name: string, start: () => Promise<T>) {
  kept.obelusShared ??= new Map();
  const shared = kept.obelusShared.get(name) ?? { value: start(), users: 0 };
  kept.obelusShared.set(name, shared);
  shared.users += 1;
  const value = (await shared.value) as T;
  const done = async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    kept.obelusShared?.delete(name);
    await value.stop();
  };
  return { value, done };
}
