import credentialsModule from 'next-auth/providers/credentials';
import { z } from 'zod';
import { signInWithLink, signInWithPassword } from '#lib/flows/sign-in.ts';
import { confirmSignUp } from '#lib/flows/sign-up.ts';
import { email } from '#lib/user/schema.ts';
import { secretHash } from '#lib/user/secrets.ts';
import { enforceLimit } from '../limits.ts';
import { authContext } from './context.ts';
import { defaultOf } from './interop.ts';

const CredentialsProvider = defaultOf(credentialsModule);

const secret = z.string().min(1).max(200);
const passwordForm = z.object({ email, password: secret });
const confirmationForm = z.object({ token: secret, password: secret });
const linkForm = z.object({ token: secret });

/** next-auth knows one way to refuse a sign-in; the reason is kept beside it and becomes the answer. */
function refusing(work: (given: unknown) => Promise<{ id: string }>) {
  return async (given: unknown) => {
    try {
      await enforceLimit('sign-in', authContext().address);
      return await work(given);
    } catch (error) {
      authContext().refusal = error;
      return null;
    }
  };
}

/** Address and password. */
const password = CredentialsProvider({
  id: 'credentials',
  name: 'Password',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  authorize: refusing(async (given) => {
    const form = passwordForm.parse(given);
    // Counted for addresses without an account too, or the count would tell.
    await enforceLimit('sign-in-account', secretHash(form.email));
    return signInWithPassword(form.email, form.password);
  }),
});

/** The link of a confirmation, with the password that was chosen at the sign-up. */
const confirmation = CredentialsProvider({
  id: 'confirmation',
  name: 'Confirmation',
  credentials: { token: {}, password: { type: 'password' } },
  authorize: refusing(async (given) => {
    const form = confirmationForm.parse(given);
    await enforceLimit('sign-in-account', secretHash(form.token));
    return confirmSignUp(form.token, form.password);
  }),
});

/** A link that was sent by mail. */
const link = CredentialsProvider({
  id: 'link',
  name: 'Link',
  credentials: { token: {} },
  authorize: refusing(async (given) => signInWithLink(linkForm.parse(given).token)),
});

export const credentialProviders = [password, confirmation, link];
