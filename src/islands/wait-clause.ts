import type { Resource, Wait } from '../model/resource.ts';

const words: Readonly<Record<string, (values: NonNullable<Wait['values']>) => string>> = {
  'container-dependency': ({ container, condition }) => `waits for ${container} ${condition}`,
  'image-pull': () => 'pulling',
  'process-start': () => 'starting',
  work: () => 'at work',
  'first-check': () => 'not checked yet',
  sigterm: ({ seconds }) => `got SIGTERM, at most ${seconds} s left`,
  sigkill: ({ seconds }) => `ignores SIGTERM, SIGKILL after ${seconds} s`,
  quorum: () => 'no quorum: stores nothing',
  leader: () => 'elects a leader',
};

/** The kinds whose card says it: the status of a container does not tell, and that of etcd is its cluster's. */
const kinds: readonly string[] = ['ecs-container', 'k8s-etcd'];

/** What a card says that its resource waits for; undefined when it waits for nothing, or its status tells. */
export function waitClause({ kind, waitingFor = [] }: Resource): string | undefined {
  if (!kinds.includes(kind)) return undefined;
  const said = waitingFor.flatMap(({ code, values = {} }) => words[code]?.(values) ?? []);
  return said.length === 0 ? undefined : said.join(', ');
}
