import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A publisher's site on loopback: what stands at its addresses is changed by the test. */
export interface Publisher {
  origin: string;
  /** `host:port`, for OBELUS_FETCH_ALLOW. */
  host: string;
  /** Path → HTML of the page. A path that is not there is not found. */
  pages: Map<string, string>;
  /** Paths that were taken away for good: what stands there comes with 410. */
  gone: Set<string>;
  /** Path → a picture, as a PNG. */
  pictures: Map<string, Buffer>;
  /** What was asked for, in order. */
  requests: Pick<IncomingMessage, 'url' | 'headers'>[];
  /** Answered with 304. */
  notModified: number;
  close(): Promise<void>;
}

/** @param port any free one by default */
export async function startPublisher(port = 0): Promise<Publisher> {
  const publisher: Omit<Publisher, 'origin' | 'host' | 'close'> = {
    pages: new Map(),
    gone: new Set(),
    pictures: new Map(),
    requests: [],
    notModified: 0,
  };
  const server: Server = createServer(({ url, headers }, answer) => {
    publisher.requests.push({ url, headers });
    const picture = publisher.pictures.get(url ?? '');
    if (picture) return answer.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    const html = publisher.pages.get(url ?? '');
    const etag = `"${Buffer.from(html ?? '').length}-${html?.length}-${sum(html ?? '')}"`;
    if (html !== undefined && headers['if-none-match'] === etag) {
      publisher.notModified += 1;
      answer.writeHead(304).end();
    } else answer.writeHead(statusOf(publisher, url ?? ''), { 'content-type': 'text/html', etag }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(publisher, { origin: `http://${host}`, host, close });
}

const statusOf = ({ pages, gone }: Pick<Publisher, 'pages' | 'gone'>, path: string) =>
  pages.has(path) ? (gone.has(path) ? 410 : 200) : 404;

const sum = (text: string) => [...text].reduce((all, one) => (all * 31 + (one.codePointAt(0) ?? 0)) | 0, 0);

/** A page of a newspaper: the article between what stands on every page. */
export function newspaperPage(title: string, paragraphs: readonly string[], furniture = ''): string {
  return `<!doctype html><html lang="en"><head><title>${title} - The Lindow Courier</title>
<meta property="og:site_name" content="The Lindow Courier"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article>
<aside>${furniture}</aside><footer><p>© The Lindow Courier</p></footer></body></html>`;
}
