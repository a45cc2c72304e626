import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';

type Entries = StarlightRouteData['sidebar'];

/** Starlight names a group after its folder, and two subjects have a folder of one name: it gets the subject's before it. */
const named = (entries: Entries, subject?: string): Entries =>
  entries.map((entry) => {
    if (entry.type === 'link') return entry;
    const label = subject === undefined ? entry.label : `${subject} ${entry.label}`;
    return { ...entry, label, entries: named(entry.entries, entry.label) };
  });

/** A page with a diagram has no table of contents at the right, so that the diagram gets the whole column. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.sidebar = named(route.sidebar);
  if (/<(Diagram|Gallery|Tutorial)\b/.test(route.entry.body ?? '')) route.toc = undefined;
});
