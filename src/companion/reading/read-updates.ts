import { described } from './batches.ts';
import { listed } from './pages.ts';
import type { Ground } from './reading.ts';

/** The updates of one cluster or node group that are looked at; EKS keeps them all. */
const atMost = 10;

/** Reads updates of an EKS cluster and of its node groups, and of which of them each is. */
export async function readUpdates(ground: Ground, clusterName: string, nodegroups: readonly string[]): Promise<void> {
  const parts = await Promise.all(
    [{}, ...nodegroups.map((nodegroupName) => ({ nodegroupName }))].map((of) => updatesOf(ground, clusterName, of)),
  );
  ground.keeper.keep('eks.updates', 'eks:DescribeUpdate', parts.flat());
}

async function updatesOf({ asker, ownAllowance }: Ground, clusterName: string, of: { readonly nodegroupName?: string }) {
  const { elements } = await listed(asker, {
    action: 'eks:ListUpdates',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listUpdates({ name: clusterName, ...of, maxResults: 100, nextToken }, how),
    elements: ({ updateIds }) => updateIds,
  });
  const whose = of.nodegroupName === undefined ? `cluster ${clusterName}` : `node group ${of.nodegroupName}`;
  const updates = await described(asker, ownAllowance(atMost).take(elements, `updates of ${whose}`), {
    action: 'eks:DescribeUpdate',
    what: 'updates',
    size: 1,
    send:
      ([updateId]) =>
      ({ eks }, how) =>
        eks.describeUpdate({ name: clusterName, updateId, ...of }, how),
    elements: ({ update }) => update && [update],
  });
  return updates.map((update) => ({ ...update, clusterName, ...of }));
}
