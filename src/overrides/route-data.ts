import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** A page with a diagram has no table of contents at the right, so that the diagram gets the whole column. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  if (/<(Diagram|Gallery|Tutorial)\b/.test(route.entry.body ?? '')) route.toc = undefined;
});
