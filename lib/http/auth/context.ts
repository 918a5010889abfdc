import { AsyncLocalStorage } from 'node:async_hooks';

/** What next-auth does not hand through to its callbacks, or does not let out of them. */
interface AuthContext {
  /** The client's address, for the limits. */
  address: string;
  /** Secret of the session that the new one takes the place of. */
  presented: string | null;
  /** Why a sign-in was refused: becomes the answer. */
  refusal: unknown;
}

const storage = new AsyncLocalStorage<AuthContext>();

export function withAuthContext<T>(context: AuthContext, work: () => Promise<T>): Promise<T> {
  return storage.run(context, work);
}

export function authContext(): AuthContext {
  const context = storage.getStore();
  if (!context) throw new Error('a sign-in outside of its request');
  return context;
}
