import { contentPolicy } from './content-policy.ts';

const everywhere = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

/**
 * The headers of a file of the site, by its path; a page's text gives the hashes of its inline scripts.
 * The widget under `/embed/` may be loaded and framed by any page; nothing else may.
 */
export function headersFor(path: string, html?: string): Readonly<Record<string, string>> {
  const policy = contentPolicy(html);
  if (!path.startsWith('/embed/')) {
    return { ...everywhere, 'Cross-Origin-Resource-Policy': 'same-origin', 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` };
  }
  const framed = { ...everywhere, 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Security-Policy': policy };
  return html === undefined ? { ...framed, 'Access-Control-Allow-Origin': '*' } : framed;
}
