import type { JSONContent } from '@tiptap/core';
import { transaction } from '#lib/db/transaction.ts';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { TEXTS, type TextName } from '#lib/i18n/texts.ts';
import { holdPublicText, putPublicText } from '#lib/settings/text/mutations.ts';
import { getPublicText } from '#lib/settings/text/queries.ts';
import { PUBLIC_TEXT_MAX, type PublicTextPatch, type PublicTextView } from '#lib/settings/text/schema.ts';
import { canChangeSettings } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** What this place says of itself: as an admin wrote it, else what comes with the program. */
export async function readPublicText(name: TextName, locale: Locale): Promise<PublicTextView> {
  const row = await getPublicText(name, locale);
  if (!row) return { name, locale, ...builtIn(name, locale), version: 0, editedAt: null };
  const body = row.body as PublicTextView['body'];
  return { name, locale, body, text: row.text, version: row.version, editedAt: row.editedAt.toISOString() };
}

function builtIn(name: TextName, locale: Locale) {
  // Attributes of the editor have no prototype: as they are they could not be handed to a page's script.
  const body = structuredClone(
    fromMarkdown(TEXTS[locale][name], { base: env().url }),
  ) as PublicTextView['body'];
  return { body, text: documentText(body) };
}

/** Puts a text in the place of the one that stood there, if nobody changed it since `version`. */
export async function changePublicText(
  viewer: Viewer,
  name: TextName,
  locale: Locale,
  patch: PublicTextPatch,
): Promise<PublicTextView> {
  const actor = permit(viewer, canChangeSettings(viewer));
  const body = bodyOf(patch);
  return transaction(async () => {
    await holdPublicText(name, locale);
    const current = await readPublicText(name, locale);
    if (patch.version !== current.version) throw new Problem('edit-conflict', undefined, { current });
    await putPublicText(actor.id, name, locale, { body, text: documentText(body) });
    return readPublicText(name, locale);
  });
}

function bodyOf({ body, markdown }: PublicTextPatch): JSONContent {
  const parsed = parseDocument(body ?? fromMarkdown(markdown ?? '', { base: env().url }), 'article');
  if (!parsed.ok) throw wrong(parsed.problem);
  if (isBlank(parsed.doc)) throw new Problem('empty-text');
  const { length } = documentText(parsed.doc);
  if (length > PUBLIC_TEXT_MAX) throw wrong(`has ${length} characters; at most ${PUBLIC_TEXT_MAX} are taken`);
  return parsed.doc;
}

function wrong(message: string): Problem {
  return new Problem('invalid', `body: ${message}`, { fields: { body: message } });
}
