import type { Page } from 'playwright-core';

/** Notes what a page must never do: errors on its console and requests to origins other than those allowed. */
export function watch(page: Page, origins: readonly string[], problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()} threw: ${error.message}`));
  // A violation of the content policy is an error on the console as well.
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()} has an error on its console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.includes(origin)) problems.push(`${page.url()} asked ${request.url()}`);
  });
}
