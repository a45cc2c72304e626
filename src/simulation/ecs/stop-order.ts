import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { chance } from '../engine/world.ts';
import type { ServiceBody, TaskBody } from './objects.ts';
import { instanceOf } from './objects.ts';
import { amountOf } from './placement.ts';
import { orderOf } from './placement-order.ts';

/** The candidates of one instance, or those of one zone on Fargate, which shows no instance. */
interface Group {
  readonly key: string;
  readonly zone: string;
  readonly instance: Id | undefined;
  /** The oldest first. */
  readonly tasks: TaskBody[];
}

const byAge = (a: TaskBody, b: TaskBody): number =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.taskArn < b.taskArn) ? -1 : 1;

function groupsOf(candidates: readonly TaskBody[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const task of candidates) {
    const { availabilityZone: zone, containerInstanceArn: instance } = task;
    const key = `${zone} ${instance ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, zone, instance, tasks: [task] });
    else group.tasks.push(task);
  }
  for (const { tasks } of groups.values()) tasks.sort(byAge);
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Which tasks of a service to stop: from the last place in the order of its strategy, the newest there first. */
export function chooseTasksToStop(
  world: World,
  service: Pick<ServiceBody, 'placementStrategy'>,
  candidates: readonly TaskBody[],
  count: number,
): readonly TaskBody[] {
  const groups = groupsOf(candidates);
  const zones = new Map<string, number>();
  for (const { zone, tasks } of groups) zones.set(zone, (zones.get(zone) ?? 0) + tasks.length);
  const newest = ({ tasks }: Group): TaskBody | undefined => tasks.at(-1);
  const freed = new Map<Id, { cpu: number; memory: number }>();
  const leftAfterStop =
    (name: 'cpu' | 'memory') =>
    (group: Group): number => {
      const remaining = group.instance === undefined ? undefined : instanceOf(world, group.instance)?.remainingResources;
      const before = remaining === undefined ? 0 : amountOf(remaining, name === 'cpu' ? 'CPU' : 'MEMORY');
      return before + (freed.get(group.instance ?? '')?.[name] ?? 0) + Number(newest(group)?.[name] ?? 0);
    };
  const compare = orderOf<Group>(service.placementStrategy, {
    zone: ({ zone }) => zones.get(zone) ?? 0,
    instance: ({ tasks }) => tasks.length,
    cpu: leftAfterStop('cpu'),
    memory: leftAfterStop('memory'),
    lot: (group) => chance(world, `stop ${newest(group)?.taskArn ?? ''}`),
  });
  const chosen: TaskBody[] = [];
  while (chosen.length < count) {
    let last: Group | undefined;
    for (const group of groups) if (group.tasks.length > 0 && (last === undefined || compare(group, last) > 0)) last = group;
    const next = last?.tasks.pop();
    if (last === undefined || next === undefined) return chosen;
    chosen.push(next);
    zones.set(last.zone, (zones.get(last.zone) ?? 0) - 1);
    const { cpu = 0, memory = 0 } = freed.get(last.instance ?? '') ?? {};
    freed.set(last.instance ?? '', { cpu: cpu + Number(next.cpu), memory: memory + Number(next.memory) });
  }
  return chosen;
}
