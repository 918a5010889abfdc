import { z } from 'zod';
import { id, text } from '#lib/errors/fields.ts';
import { peopleQuery, personLine, roleInput } from '#lib/flows/people-view.ts';
import {
  addressInput,
  apiTokenInput,
  apiTokenView,
  newApiToken,
  ownUserView,
  passwordInput,
  profileInput,
  resetInput,
  signInLinkInput,
  signUpInput,
  userView,
} from '#lib/user/schema.ts';
import { operation } from '../operation.ts';
import { pageOf } from '../pages.ts';

export const signUpOperation = operation({
  id: 'signUp',
  method: 'POST',
  path: '/api/users',
  tag: 'users',
  summary: 'Sign up',
  auth: 'anyone',
  limit: 'sign-up',
  body: signUpInput,
  secret: true,
  answers: {
    201: { description: 'The new account, where no mail can be sent', schema: ownUserView },
    202: {
      description: 'A mail was sent to the address; the same for an address that is known',
      schema: null,
    },
  },
  problems: ['address-taken', 'handle-taken', 'not-allowed'],
});

export const getUserOperation = operation({
  id: 'getUser',
  method: 'GET',
  path: '/api/users/{handle}',
  tag: 'users',
  summary: 'Somebody, as everybody may see them',
  auth: 'anyone',
  limit: 'read',
  params: z.object({ handle: text.pipe(z.string().max(30)) }),
  answers: { 200: { description: 'The person', schema: userView } },
  problems: ['not-found'],
});

export const getOwnUserOperation = operation({
  id: 'getOwnUser',
  method: 'GET',
  path: '/api/users/me',
  tag: 'users',
  summary: 'The caller',
  auth: 'user',
  limit: 'read',
  answers: { 200: { description: 'The caller', schema: ownUserView } },
});

export const changeProfileOperation = operation({
  id: 'changeProfile',
  method: 'PATCH',
  path: '/api/users/me',
  tag: 'users',
  summary: "Change the caller's profile",
  auth: 'user',
  limit: 'write',
  body: profileInput,
  answers: { 200: { description: 'The caller as they are now', schema: ownUserView } },
  problems: ['edit-conflict', 'handle-taken'],
});

export const changePasswordOperation = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/users/me/password',
  tag: 'users',
  summary: "Change the caller's password; every other session ends",
  auth: 'user',
  limit: 'sign-in',
  body: passwordInput,
  secret: true,
  answers: { 204: { description: 'Changed; a caller with a session gets a new one', schema: null } },
});

export const endSessionsOperation = operation({
  id: 'endSessions',
  method: 'DELETE',
  path: '/api/users/me/sessions',
  tag: 'users',
  summary: 'Sign the caller out everywhere',
  auth: 'user',
  limit: 'write',
  answers: { 204: { description: 'No session is left', schema: null } },
});

export const listApiTokensOperation = operation({
  id: 'listApiTokens',
  method: 'GET',
  path: '/api/users/me/tokens',
  tag: 'users',
  summary: "The caller's API tokens, newest first",
  auth: 'user',
  limit: 'read',
  answers: { 200: { description: 'The tokens', schema: z.object({ items: z.array(apiTokenView) }) } },
});

export const createApiTokenOperation = operation({
  id: 'createApiToken',
  method: 'POST',
  path: '/api/users/me/tokens',
  tag: 'users',
  summary: 'A new API token that acts for the caller',
  auth: 'user',
  limit: 'write',
  body: apiTokenInput,
  secret: true,
  answers: { 201: { description: 'The token, with its secret', schema: newApiToken } },
});

export const revokeApiTokenOperation = operation({
  id: 'revokeApiToken',
  method: 'DELETE',
  path: '/api/users/me/tokens/{id}',
  tag: 'users',
  summary: 'End an API token',
  auth: 'user',
  limit: 'write',
  params: z.object({ id }),
  answers: { 204: { description: 'It acts for nobody any more', schema: null } },
  problems: ['not-found'],
});

const toAnyAddress = 'The same whether there is an account with the address or not';

export const requestPasswordResetOperation = operation({
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/api/password-resets',
  tag: 'users',
  summary: 'Ask for a link by mail to choose a new password',
  auth: 'anyone',
  limit: 'sign-in',
  body: addressInput,
  answers: { 202: { description: toAnyAddress, schema: null } },
});

export const resetPasswordOperation = operation({
  id: 'resetPassword',
  method: 'PUT',
  path: '/api/password-resets/{token}',
  tag: 'users',
  summary: 'Choose a new password by such a link; every session ends',
  auth: 'anyone',
  limit: 'sign-in',
  params: z.object({ token: z.string().max(200) }),
  body: resetInput,
  secret: true,
  answers: {
    200: { description: 'Changed; the address that it was for', schema: z.object({ email: z.string() }) },
  },
  problems: ['token-invalid', 'banned'],
});

export const requestSignInLinkOperation = operation({
  id: 'requestSignInLink',
  method: 'POST',
  path: '/api/sign-in-links',
  tag: 'users',
  summary: 'Ask for a link by mail to sign in without a password',
  auth: 'anyone',
  limit: 'sign-in',
  body: signInLinkInput,
  answers: { 202: { description: toAnyAddress, schema: null } },
});

export const listUsersOperation = operation({
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  tag: 'users',
  summary: 'Everybody who has an account, the newest first: for moderators; addresses for admins',
  auth: 'user',
  limit: 'read',
  query: peopleQuery,
  answers: { 200: { description: 'A page of people', schema: pageOf(personLine) } },
  problems: ['not-allowed'],
});

export const giveRoleOperation = operation({
  id: 'giveRole',
  method: 'PUT',
  path: '/api/users/{handle}/role',
  tag: 'users',
  summary: 'Give somebody a role: for admins. The last admin keeps theirs',
  auth: 'user',
  limit: 'write',
  params: z.object({ handle: text.pipe(z.string().max(30)) }),
  body: roleInput,
  answers: { 200: { description: 'The person as they are now', schema: personLine } },
  problems: ['not-found'],
});

export const userOperations = [
  listUsersOperation,
  giveRoleOperation,
  signUpOperation,
  getUserOperation,
  getOwnUserOperation,
  changeProfileOperation,
  changePasswordOperation,
  endSessionsOperation,
  listApiTokensOperation,
  createApiTokenOperation,
  revokeApiTokenOperation,
  requestPasswordResetOperation,
  resetPasswordOperation,
  requestSignInLinkOperation,
];
