import type { ThreadPlace } from '#lib/comment/place.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { GuestThread } from './guest-thread.tsx';
import { MemberThreadLoader } from './member-loader.tsx';
import { THREAD_RULES } from './rules.ts';

interface DiscussionProps {
  place: ThreadPlace;
  view: ThreadView;
  viewer: Viewer;
  locale: Locale;
}

/** The thread of an article or an annotation, as its viewer can use it. */
export function Discussion({ place, view, viewer, locale }: DiscussionProps) {
  if (!viewer || !canTakePart(viewer)) return <GuestThread place={place} view={view} locale={locale} />;
  const { id, handle, name, role } = viewer;
  return (
    <MemberThreadLoader
      place={place}
      view={view}
      viewer={{ id, handle, name, role }}
      rules={THREAD_RULES}
      locale={locale}
      messages={pickMessages(locale, ['thread', 'live', 'form', 'editor', 'problems'])}
    />
  );
}
