import type { TaskBody } from './objects.ts';

/** Which tasks to stop by the default strategy: from the zone with the most, there from the instance with the most, the newest first. */
export function chooseTasksToStop(candidates: readonly TaskBody[], count: number): readonly TaskBody[] {
  const zones = new Map<string, Map<string, TaskBody[]>>();
  for (const task of candidates) {
    const hosts = entry(zones, task.availabilityZone, () => new Map<string, TaskBody[]>());
    entry(hosts, task.containerInstanceArn ?? '', () => []).push(task);
  }
  for (const hosts of zones.values()) for (const tasks of hosts.values()) tasks.sort(byAge);
  const chosen: TaskBody[] = [];
  while (chosen.length < count) {
    const zone = fullest(zones, (hosts) => [...hosts.values()].reduce((sum, tasks) => sum + tasks.length, 0));
    const next = zone && fullest(zone, (tasks) => tasks.length)?.pop();
    if (next === undefined) return chosen;
    chosen.push(next);
  }
  return chosen;
}

const byAge = (a: TaskBody, b: TaskBody): number =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.taskArn < b.taskArn) ? -1 : 1;

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The value with the greatest size; of equal ones that with the first key. */
function fullest<V>(map: ReadonlyMap<string, V>, size: (value: V) => number): V | undefined {
  let best: { readonly key: string; readonly value: V; readonly size: number } | undefined;
  for (const [key, value] of map) {
    const much = size(value);
    if (best === undefined || much > best.size || (much === best.size && key < best.key)) best = { key, value, size: much };
  }
  return best?.value;
}
