import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at an address; a status alone is an answer without a page. */
export interface ServedPage {
  status?: number;
  type?: string;
  title?: string;
  lang?: string;
  /** Paragraphs of an HTML page; the whole of any other. */
  body?: string | Buffer;
  /** Where the page says that it lives. */
  canonical?: string;
}

/** A server on loopback that plays the pages that are given as evidence. Start it before anything reads the configuration. */
export class PageServer {
  readonly pages = new Map<string, ServedPage>();
  origin = '';
  private readonly server: Server;
  private count = 0;

  constructor() {
    this.server = createServer((request, answer) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      const { status = 200, type = 'text/html', ...page } = this.pages.get(pathname) ?? { status: 404 };
      answer.writeHead(status, { 'content-type': type });
      answer.end(type === 'text/html' ? htmlOf(page) : page.body);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    process.env.OBELUS_FETCH_ALLOW = host;
    this.origin = `http://${host}`;
  }

  stop(): void {
    this.server.close();
  }

  /** A new address with a page at it. */
  page(page: ServedPage = { status: 404 }): string {
    this.count += 1;
    const path = `/page-${this.count}`;
    this.pages.set(path, page);
    return this.origin + path;
  }

  /** Puts another page at an address. */
  change(url: string, page: ServedPage): void {
    this.pages.set(new URL(url).pathname, page);
  }
}

function htmlOf({ title = 'A page', lang = 'en', body = '', canonical }: ServedPage): string {
  const paragraphs = String(body)
    .split('\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
    <meta property="og:site_name" content="The Lindow Gazette"><meta name="author" content="Nora Lind">
    <meta property="article:published_time" content="2020-02-03">
    ${canonical ? `<link rel="canonical" href="${canonical}">` : ''}
    </head><body><article><h1>${title}</h1>${paragraphs}</article></body></html>`;
}
