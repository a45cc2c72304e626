import type { VNode } from 'preact';
import { renderToStringAsync } from 'preact-render-to-string';

/**
 * The one function of `react-dom/server` that Astro's React integration calls. Preact's own would stream: it sends what
 * is there and an inline script that puts in the rest, but a static page wants the whole at once.
 */
export function renderToReadableStream(island: VNode): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(await renderToStringAsync(island)));
      controller.close();
    },
  });
}

export default { renderToReadableStream };
