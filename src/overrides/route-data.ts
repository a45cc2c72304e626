import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';

type Entries = StarlightRouteData['sidebar'];

/** Starlight names a group after its folder, and folders are in lower case. */
const capitalised = (entries: Entries): Entries =>
  entries.map((entry) =>
    entry.type === 'group'
      ? { ...entry, label: entry.label.charAt(0).toUpperCase() + entry.label.slice(1), entries: capitalised(entry.entries) }
      : entry,
  );

/** A page with a diagram has no table of contents at the right, so that the diagram gets the whole column. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.sidebar = capitalised(route.sidebar);
  if (/<(Diagram|Gallery|Tutorial)\b/.test(route.entry.body ?? '')) route.toc = undefined;
});
