import { createHash } from 'node:crypto';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The texts of all elements of a name that stand in the page itself, apart from blocks of data. */
function inlineTexts(html: string, element: 'script' | 'style'): readonly string[] {
  const found = html.matchAll(new RegExp(`<${element}(\\s[^>]*)?>([\\s\\S]*?)</${element}>`, 'g'));
  return [...found]
    .filter(([, attributes = '']) => !/\ssrc=|type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , text = '']) => text);
}

/**
 * The content security policy of a page: its own origin, and the inline scripts and styles that it has now.
 * Pagefind's search runs WebAssembly. Style attributes carry computed positions, never outside text.
 */
export function contentPolicy(html = ''): string {
  const hashes = (element: 'script' | 'style') => [...new Set(inlineTexts(html, element).map(hashOf))].map((hash) => ` ${hash}`).join('');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes('script')}`,
    `style-src 'self'${hashes('style')}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
