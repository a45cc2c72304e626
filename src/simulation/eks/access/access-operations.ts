import type { Reply } from '../../../model/api-call.ts';
import type { Id, Json, JsonObject } from '../../../model/json.ts';
import { listAt, textAt } from '../../../model/eks/read.ts';
import type { Answer } from '../../engine/domain.ts';
import { put, remove } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import type { Operation } from '../eks-api.ts';
import { refusal } from '../eks-api.ts';
import { clusterArn } from '../identity.ts';
import type { AccessEntry } from './access-entry.ts';
import { entryObject, entryOf } from './access-entry.ts';
import { rulesOfPolicy } from './access-policies.ts';

const textsOf = (input: JsonObject, ...path: readonly string[]): readonly string[] =>
  listAt(input, ...path).filter((one: Json): one is string => typeof one === 'string');

/** A name of one's own may not look like one of the system's. */
const reserved = /^(?:system|eks|aws|amazon|iam):/;

function createAccessEntry(world: World, input: JsonObject): Answer {
  const cluster = clusterArn(world);
  const principalArn = textAt(input, 'principalArn') ?? '';
  const username = textAt(input, 'username') ?? principalArn;
  const text = `create an access entry for ${username}`;
  const refuse = (reply: Reply): Answer => ({ reply, effects: [], about: cluster, text });
  if (reserved.test(username)) {
    return refuse(refusal('InvalidParameterException', `The username ${username} begins with a word that is reserved`));
  }
  if (entryOf(world, principalArn) !== undefined) {
    const message = 'The specified access entry resource is already in use on this cluster.';
    return refuse(refusal('ResourceInUseException', message));
  }
  const clusterName = cluster.replace(/^.*\//, '');
  const entry: AccessEntry = {
    clusterName,
    principalArn,
    accessEntryArn: `${cluster.replace(':cluster/', ':access-entry/')}/${principalArn.split(':').at(-1) ?? ''}`,
    username,
    kubernetesGroups: textsOf(input, 'kubernetesGroups'),
    type: 'STANDARD',
    createdAt: isoTime(world),
    associatedAccessPolicies: [],
  };
  return { reply: { ok: true, body: { accessEntry: entry } }, effects: [put(entryObject(entry))], about: cluster, text };
}

function withEntry(world: World, input: JsonObject, text: string, change: (entry: AccessEntry) => Answer['effects'] | Reply): Answer {
  const about: Id = clusterArn(world);
  const entry = entryOf(world, textAt(input, 'principalArn') ?? '');
  if (entry === undefined) {
    const message = `The specified principalArn could not be found. You can view your available access entries with 'list-access-entries'.`;
    return { reply: refusal('ResourceNotFoundException', message), effects: [], about, text };
  }
  const changed = change(entry);
  return 'ok' in changed ? { reply: changed, effects: [], about, text } : { reply: { ok: true, body: {} }, effects: changed, about, text };
}

function associateAccessPolicy(world: World, input: JsonObject): Answer {
  const policyArn = textAt(input, 'policyArn') ?? '';
  return withEntry(world, input, `associate ${policyArn.replace(/^.*\//, '')}`, (entry) => {
    if (rulesOfPolicy(policyArn) === undefined) return refusal('InvalidParameterException', `The policyArn ${policyArn} is not known`);
    const type = textAt(input, 'accessScope', 'type') === 'namespace' ? 'namespace' : 'cluster';
    const policy = { policyArn, accessScope: { type, namespaces: textsOf(input, 'accessScope', 'namespaces') } } as const;
    const others = entry.associatedAccessPolicies.filter((one) => one.policyArn !== policyArn);
    return [put(entryObject({ ...entry, associatedAccessPolicies: [...others, policy] }))];
  });
}

const deleteAccessEntry: Operation = (world, input) =>
  withEntry(world, input, 'delete an access entry', (entry) => [remove(entryObject(entry).id)]);

/** Who may come into a cluster, as the EKS API keeps it. */
export const accessOperations: Readonly<Record<string, Operation>> = {
  CreateAccessEntry: createAccessEntry,
  AssociateAccessPolicy: associateAccessPolicy,
  DeleteAccessEntry: deleteAccessEntry,
};
