/** What a secret sent by mail may do, once, and for how many minutes. */
export const MAIL_TOKEN_MINUTES = { 'sign-in': 60, reset: 60, confirm: 24 * 60 } as const;

export type MailTokenPurpose = keyof typeof MAIL_TOKEN_MINUTES;
