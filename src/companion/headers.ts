import { contentPolicy } from './content-policy.ts';

const everywhere = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

const alone = { ...everywhere, 'Cross-Origin-Resource-Policy': 'same-origin' };

/** The headers of all that is said of an account: no page is made of it, and nobody keeps it. */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...alone,
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/** The headers of what is no file of the site: a refusal, a failure, a path that leads on. */
export const plainHeaders: Readonly<Record<string, string>> = { ...apiHeaders, 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * The headers of a file of the site, by its path; a page's text gives the hashes of its inline scripts.
 * The widget under `/embed/` may be loaded and framed by any page; nothing else may.
 */
export function headersFor(path: string, html?: string): Readonly<Record<string, string>> {
  const policy = contentPolicy(html);
  if (!path.startsWith('/embed/')) return { ...alone, 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` };
  const framed = { ...everywhere, 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Security-Policy': policy };
  return html === undefined ? { ...framed, 'Access-Control-Allow-Origin': '*' } : framed;
}
