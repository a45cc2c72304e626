import { expect } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import { textAt } from '../../src/model/eks/read.ts';
import type { Pod } from '../../src/simulation/eks/objects.ts';
import type { Quantity } from '../../src/simulation/eks/quantity.ts';
import { addQuantities, compareQuantities, formatQuantity, parseQuantity } from '../../src/simulation/eks/quantity.ts';
import { podRequests } from '../../src/simulation/eks/scheduler/pod-requests.ts';
import { find, podsOnNode, typed } from '../../src/simulation/eks/store.ts';
import type { Moment, Run } from '../../src/simulation/engine/run.ts';
import { momentAt } from '../../src/simulation/engine/run.ts';
import type { World } from '../../src/simulation/engine/world.ts';

const versionOf = ({ body }: ApiObject): number => Number(textAt(body, 'metadata', 'resourceVersion') ?? 0);

/** Whether the API server keeps an object; a review, for one, is answered and not kept. */
const isKept = (object: ApiObject | undefined): object is ApiObject => object !== undefined && versionOf(object) > 0;

/** The objects that are other than they were, and were written by somebody. */
const changedIn = (before: World, { world, changed }: Moment): readonly ApiObject[] =>
  changed.flatMap((id) => {
    const object = world.objects.get(id);
    return isKept(object) && object !== before.objects.get(id) ? object : [];
  });

/** What is stored is stored by the API server, under a revision that is larger than all before; returns the largest. */
function checkRevisions(before: World, moment: Moment, largest: number): number {
  const versions = changedIn(before, moment).map(versionOf);
  const told = moment.messages.filter(({ type }) => type === 'revision.written');
  for (const version of versions) {
    expect(version).toBeGreaterThan(largest);
    const [writer] = told.filter(({ text }) => text.startsWith(`revision ${version}:`)).map(({ from }) => from);
    expect(writer, `who wrote revision ${version}`).toMatch(/#kube-apiserver$/);
  }
  return Math.max(largest, ...versions);
}

const isOver = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** The pods on a node ask for no more than it has for them. */
function checkRoom(world: World, id: string, nodeName: string): void {
  const allocatable = find(world, 'Node', id)?.body.status?.allocatable ?? {};
  const asked = new Map<string, Quantity>();
  for (const { body } of podsOnNode(world, nodeName)) {
    if (isOver(body)) continue;
    for (const [name, amount] of Object.entries(podRequests(body.spec))) {
      const before = asked.get(name);
      asked.set(name, before === undefined ? amount : addQuantities(before, amount));
    }
  }
  for (const [name, amount] of asked) {
    const most = parseQuantity(allocatable[name] ?? '0');
    expect(compareQuantities(amount, most), `${nodeName} has ${formatQuantity(most)} of ${name}`).toBeLessThanOrEqual(0);
  }
}

/** A pod stays on its node, and finds room there. */
function checkPlaces(before: World, moment: Moment): void {
  const { world } = moment;
  for (const { id } of changedIn(before, moment)) {
    const [was, is] = [find(before, 'Pod', id)?.body, find(world, 'Pod', id)?.body];
    const nodeName = is?.spec.nodeName;
    if (is === undefined || nodeName === undefined) continue;
    const same = was?.metadata.uid === is.metadata.uid ? was?.spec.nodeName : undefined;
    if (same !== undefined) expect(nodeName).toBe(same);
    const node = [...world.objects.values()].find((object) => typed('Node', object)?.body.metadata.name === nodeName);
    if (same === undefined && node !== undefined) checkRoom(world, node.id, nodeName);
  }
}

/** Every moment of a run keeps what Kubernetes promises. */
export function checkKubernetes(run: Run): void {
  let before = momentAt(run, 0).world;
  let largest = Math.max(0, ...[...before.objects.values()].map(versionOf));
  for (let index = 1; index < run.length; index += 1) {
    const moment = momentAt(run, index);
    largest = checkRevisions(before, moment, largest);
    checkPlaces(before, moment);
    before = moment.world;
  }
}
