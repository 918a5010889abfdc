import { writeFeed } from '#lib/flows/feeds.ts';
import { getFeedOperation } from '#lib/http/contract/feeds.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';
import { FEED_TYPES } from '#lib/interchange/feeds/feed.ts';

export const GET = route(getFeedOperation, ({ headers, params: { name }, query: { lang } }) =>
  answerKept(headers, `feed ${name.kind} ${name.format} ${lang}`, async () => ({
    body: await writeFeed(name.kind, name.format, lang),
    contentType: `${FEED_TYPES[name.format]}; charset=utf-8`,
    subject: 'list',
  })),
);
