import type { Resource, Wait } from '../model/resource.ts';

const words: Readonly<Record<string, (values: NonNullable<Wait['values']>) => string>> = {
  'container-dependency': ({ container, condition }) => `waits for ${container} ${condition}`,
  'image-pull': () => 'pulling',
  'process-start': () => 'starting',
  work: () => 'at work',
  'first-check': () => 'not checked yet',
  sigterm: ({ seconds }) => `got SIGTERM, at most ${seconds} s left`,
  sigkill: ({ seconds }) => `ignores SIGTERM, SIGKILL after ${seconds} s`,
};

/** What the card of a container says that it waits for; undefined when it waits for nothing, or is something else. */
export function waitClause({ kind, waitingFor = [] }: Resource): string | undefined {
  if (kind !== 'ecs-container') return undefined;
  const said = waitingFor.flatMap(({ code, values = {} }) => words[code]?.(values) ?? []);
  return said.length === 0 ? undefined : said.join(', ');
}
