import type { Cluster } from '@aws-sdk/client-eks';
import { described } from './batches.ts';
import { listed } from './pages.ts';
import { readAccess } from './read-access.ts';
import { readUpdates } from './read-updates.ts';
import type { Ground } from './reading.ts';

/** Reads the EKS clusters of a Region and their parts. */
export async function readEks(ground: Ground): Promise<readonly Cluster[]> {
  const { asker, keeper, allowances } = ground;
  const { elements } = await listed(asker, {
    action: 'eks:ListClusters',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listClusters({ maxResults: 100, nextToken }, how),
    elements: ({ clusters }) => clusters,
  });
  const clusters = await described(asker, allowances.eksClusters.take(elements, `clusters of EKS in ${asker.region}`), {
    action: 'eks:DescribeCluster',
    what: 'EKS clusters',
    size: 1,
    send:
      ([name]) =>
      ({ eks }, how) =>
        eks.describeCluster({ name }, how),
    elements: ({ cluster }) => cluster && [cluster],
  });
  keeper.keep('eks.clusters', 'eks:DescribeCluster', clusters);
  for (const part of parts) keeper.keep(`eks.${part}`, 'eks:ListClusters', []); // a cluster without any has none
  await Promise.all(clusters.map((cluster) => readParts(ground, cluster)));
  return clusters;
}

const parts = ['nodegroups', 'fargateProfiles', 'addons', 'accessEntries', 'podIdentityAssociations', 'insights', 'updates'] as const;

async function readParts(ground: Ground, { name: clusterName, accessConfig }: Cluster): Promise<void> {
  if (clusterName === undefined) return;
  await Promise.all([
    readNodegroups(ground, clusterName).then((nodegroups) => readUpdates(ground, clusterName, nodegroups)),
    readFargateProfiles(ground, clusterName),
    readAddons(ground, clusterName),
    // Where only the config map counts there are no access entries, and asking for them is an error.
    accessConfig?.authenticationMode === 'CONFIG_MAP' ? undefined : readAccess(ground, clusterName),
    readPodIdentities(ground, clusterName),
    readInsights(ground, clusterName),
  ]);
}

async function readNodegroups({ asker, keeper, caps, ownAllowance }: Ground, clusterName: string): Promise<readonly string[]> {
  const { elements } = await listed(asker, {
    action: 'eks:ListNodegroups',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listNodegroups({ clusterName, maxResults: 100, nextToken }, how),
    elements: ({ nodegroups }) => nodegroups,
  });
  const names = ownAllowance(caps.parts).take(elements, `nodegroups of cluster ${clusterName}`);
  const nodegroups = await described(asker, names, {
    action: 'eks:DescribeNodegroup',
    what: 'node groups',
    size: 1,
    send:
      ([nodegroupName]) =>
      ({ eks }, how) =>
        eks.describeNodegroup({ clusterName, nodegroupName }, how),
    elements: ({ nodegroup }) => nodegroup && [nodegroup],
  });
  keeper.keep('eks.nodegroups', 'eks:DescribeNodegroup', nodegroups);
  return names;
}

async function readFargateProfiles({ asker, keeper, caps, ownAllowance }: Ground, clusterName: string): Promise<void> {
  const { elements } = await listed(asker, {
    action: 'eks:ListFargateProfiles',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listFargateProfiles({ clusterName, maxResults: 100, nextToken }, how),
    elements: ({ fargateProfileNames }) => fargateProfileNames,
  });
  const profiles = await described(asker, ownAllowance(caps.parts).take(elements, `Fargate profiles of cluster ${clusterName}`), {
    action: 'eks:DescribeFargateProfile',
    what: 'Fargate profiles',
    size: 1,
    send:
      ([fargateProfileName]) =>
      ({ eks }, how) =>
        eks.describeFargateProfile({ clusterName, fargateProfileName }, how),
    elements: ({ fargateProfile }) => fargateProfile && [fargateProfile],
  });
  keeper.keep('eks.fargateProfiles', 'eks:DescribeFargateProfile', profiles);
}

async function readAddons({ asker, keeper, caps, ownAllowance }: Ground, clusterName: string): Promise<void> {
  const { elements } = await listed(asker, {
    action: 'eks:ListAddons',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listAddons({ clusterName, maxResults: 50, nextToken }, how),
    elements: ({ addons }) => addons,
  });
  const addons = await described(asker, ownAllowance(caps.parts).take(elements, `addons of cluster ${clusterName}`), {
    action: 'eks:DescribeAddon',
    what: 'add-ons',
    size: 1,
    send:
      ([addonName]) =>
      ({ eks }, how) =>
        eks.describeAddon({ clusterName, addonName }, how),
    elements: ({ addon }) => addon && [addon],
  });
  keeper.keep('eks.addons', 'eks:DescribeAddon', addons);
}

async function readPodIdentities({ asker, keeper }: Ground, clusterName: string): Promise<void> {
  const { elements } = await listed(asker, {
    action: 'eks:ListPodIdentityAssociations',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listPodIdentityAssociations({ clusterName, maxResults: 100, nextToken }, how),
    elements: ({ associations }) => associations,
  });
  keeper.keep('eks.podIdentityAssociations', 'eks:ListPodIdentityAssociations', elements);
}

async function readInsights({ asker, keeper }: Ground, clusterName: string): Promise<void> {
  const { elements } = await listed(asker, {
    action: 'eks:ListInsights',
    send:
      (nextToken) =>
      ({ eks }, how) =>
        eks.listInsights({ clusterName, maxResults: 100, nextToken }, how),
    elements: ({ insights }) => insights,
  });
  keeper.keep(
    'eks.insights',
    'eks:ListInsights',
    elements.map((insight) => ({ ...insight, clusterName })),
  );
}
