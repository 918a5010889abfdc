import type { BrowserContext, Page } from 'playwright-core';

/** A response that a test means to provoke. */
interface Allowed {
  url: RegExp;
  status: number;
}

/**
 * Listens to everything that must not happen in any page of a context: errors in the console (a violation of the
 * content policy is one), exceptions, answers of 400 and above, requests that fail or leave for another host.
 */
export class Watch {
  private readonly found: string[] = [];
  private readonly allowed: Allowed[] = [];
  private readonly allowedErrors: RegExp[] = [];
  private readonly origin: string;

  constructor(site: string) {
    this.origin = new URL(site).origin;
  }

  /** This test provokes answers of that status from addresses that match. */
  allow(url: RegExp, status: number) {
    this.allowed.push({ url, status });
  }

  /** This test provokes that complaint: an error in the console or a failed request. */
  allowError(text: RegExp) {
    this.allowedErrors.push(text);
  }

  attach(context: BrowserContext) {
    context.on('page', (page) => this.listen(page));
  }

  /** Throws with all that was found. */
  verify() {
    const serious = this.found.filter((text) => !this.allowedErrors.some((pattern) => pattern.test(text)));
    if (serious.length > 0) throw new Error(`The browser complained:\n${serious.join('\n')}`);
  }

  private listen(page: Page) {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      // An answer of 400 or above is judged where it came in.
      if (/^Failed to load resource: the server responded/.test(message.text())) return;
      this.found.push(`console: ${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.found.push(`exception: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const ours = origin === this.origin || ['data:', 'blob:', 'about:'].includes(protocol);
      if (!ours) this.found.push(`request to another host: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // The page itself calls off what it no longer needs, as when one leaves it.
      if (reason !== 'net::ERR_ABORTED')
        this.found.push(`failed: ${request.method()} ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      const status = response.status();
      if (
        status < 400 ||
        this.allowed.some((item) => item.status === status && item.url.test(response.url()))
      )
        return;
      this.found.push(`answer: ${status} ${response.request().method()} ${response.url()}`);
    });
  }
}
