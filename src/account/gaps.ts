import type { ApiObject } from '../model/api-object.ts';
import { count, text } from '../model/ecs/read.ts';
import type { Kind } from '../model/kind.ts';
import { isPlaceholder } from './gather.ts';
import type { KindWords } from './kind-words.ts';
import { counted, wordsOf } from './kind-words.ts';

/** What the chosen part of an account lacks, in sentences that name the command to add. */
export function gapsOf(objects: readonly ApiObject[]): readonly string[] {
  const missing = countedByKind(
    objects.filter(isPlaceholder),
    (those, { command }) => `${those} named but not described; add the output of ${command}.`,
  );
  return [...uncounted(objects), ...missing];
}

/** What was read and has no box in a diagram of these kinds. */
export const undrawnOf = (objects: readonly ApiObject[], kinds: ReadonlySet<Kind>): readonly string[] =>
  countedByKind(
    objects.filter((object) => !kinds.has(object.kind) && !isPlaceholder(object)),
    (those) => `${those} read, for which this diagram has no box; the panels of what uses them name them.`,
  );

const countedByKind = (objects: readonly ApiObject[], sentence: (counted: string, words: KindWords) => string): readonly string[] =>
  [...Map.groupBy(objects, ({ kind }) => kind)].map(([kind, { length }]) => sentence(counted(length, wordsOf(kind)), wordsOf(kind)));

/** A service without its tasks shows its counts, and says so. */
function uncounted(objects: readonly ApiObject[]): readonly string[] {
  const known = objects.filter(({ kind, body }) => kind === 'ecs-task' && text(body, 'lastStatus') !== 'STOPPED').length;
  return objects
    .filter((object) => object.kind === 'ecs-service' && !isPlaceholder(object))
    .flatMap(({ body }) => {
      const running = count(body, 'runningCount') ?? 0;
      const pending = count(body, 'pendingCount') ?? 0;
      if (running + pending <= known) return [];
      const name = text(body, 'serviceName') ?? 'The service';
      return `${name} counts ${running} running and ${pending} pending tasks, of which ${known} are in the files; add the output of aws ecs describe-tasks.`;
    });
}
