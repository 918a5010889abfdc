import { embeddedJson } from '#lib/interchange/claim-review/embedded.ts';

/** What the page says of its ruling to machines: data, which no policy has to let run. */
export function ClaimReview({ review }: { review: object | null }) {
  if (!review) return null;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: `embeddedJson` leaves nothing in it that could end the block
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: embeddedJson(review) }} />
  );
}
