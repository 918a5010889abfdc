/** What we write to people by mail. */
export const mail = {
  greeting: 'Hello,',
  footer: 'Obelus at {site}',
  confirm: {
    subject: 'Confirm your address for {site}',
    body: 'Somebody, most likely you, signed up at {site} with this address. Open the page and type the password that you chose: then your account is made.',
    action: 'Confirm the address',
    note: 'The link works for one day and once. If it was not you, do nothing: no account is made.',
  },
  'address-known': {
    subject: 'You have an account at {site} already',
    body: 'Somebody, most likely you, wanted to sign up at {site} with this address. There is an account with it already, and nothing was changed.',
    action: 'Sign in, or ask for a new password',
    note: 'If it was not you, do nothing.',
  },
  'sign-in': {
    subject: 'Your link to sign in at {site}',
    body: 'Here is the link to sign in at {site} that was asked for.',
    action: 'Sign in',
    note: 'The link works for one hour and once. If you did not ask for it, do nothing, and do not pass it on.',
  },
  'no-account': {
    subject: 'There is no account at {site} with this address',
    body: 'Somebody, most likely you, wanted to sign in at {site} with this address, but there is no account with it. Perhaps you signed up with another address.',
    action: 'Sign up',
    note: 'If it was not you, do nothing.',
  },
  reset: {
    subject: 'A new password for {site}',
    body: 'Here is the link to choose a new password for {site} that was asked for. Afterwards you are signed out everywhere else.',
    action: 'Choose a new password',
    note: 'The link works for one hour and once. If you did not ask for it, do nothing: your password stays as it is.',
  },
  'password-changed': {
    subject: 'Your password at {site} was changed',
    body: 'The password of your account at {site} was just changed, and all other devices were signed out.',
    action: 'It was not me: choose a new password',
    note: 'If it was you, there is nothing to do.',
  },
};
