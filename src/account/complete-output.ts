import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import type { JsonObject } from '../model/json.ts';
import { accessEntry } from './allow/eks.ts';
import type { Beside } from './beside.ts';
import { ofKind, onlyEksCluster, onlyTargetGroup, registryNamed } from './beside.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, noted } from './reading.ts';

/** Output that does not say what it is part of, by its field: what to write into each of its elements from what stands beside. */
const completions: Readonly<Record<string, (element: Document, beside: Beside) => JsonObject>> = {
  TargetHealthDescriptions: (_, beside) => ({ TargetGroupArn: onlyTargetGroup(beside) }),
  Instances: instanceOf,
  Instance: instanceOf,
  insights: (_, beside) => ({ clusterName: onlyEksCluster(beside) }),
  insight: (_, beside) => ({ clusterName: onlyEksCluster(beside) }),
};

/** `list-instances` calls InstanceId what `discover-instances` prints under that name, and names no service. */
function instanceOf({ Id, ServiceName }: Document, beside: Beside): JsonObject {
  return {
    ServiceArn: registryNamed(beside, typeof ServiceName === 'string' ? ServiceName : undefined),
    ...(typeof Id === 'string' ? { InstanceId: Id } : {}),
  };
}

/** Whether a document can only be read once the others are. */
export const needsOthers = (document: unknown): boolean =>
  isDocument(document) &&
  ['apiVersion', 'detail-type', 'events', 'associatedAccessPolicies', ...Object.keys(completions)].some((field) => field in document);

/** The value of a field with what stands beside written into it. */
export function completed(key: string, value: unknown, beside: Beside): unknown {
  const completion = completions[key];
  if (completion === undefined) return value;
  const complete = (element: unknown): unknown => (isDocument(element) ? { ...defined(completion(element, beside)), ...element } : element);
  return Array.isArray(value) ? value.map(complete) : complete(value);
}

const defined = (fields: JsonObject): JsonObject => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What `list-associated-access-policies` prints, joined to the access entry that it is of. */
export function joinAccessPolicies(file: string, document: Document, beside: Beside): Reading | undefined {
  if (!('associatedAccessPolicies' in document)) return undefined;
  const result = accessEntry.safeParse(document);
  if (!result.success) return noted('problem', file, `${file} was refused: associatedAccessPolicies is not a list of access policies.`);
  const { clusterName, principalArn, associatedAccessPolicies } = result.data;
  const isOf = ({ body }: ApiObject): boolean =>
    text(body, 'principalArn') === principalArn && (clusterName === undefined || text(body, 'clusterName') === clusterName);
  const entry = ofKind(beside, 'eks-access-entry').find(isOf);
  if (entry === undefined) {
    const who = principalArn ?? 'a principal that it does not name';
    return noted('unmapped', file, `${file} is left out: open it with the output of aws eks describe-access-entry for ${who}.`);
  }
  return { ...noted('ignored', file, ''), notices: [], objects: [{ ...entry, body: { ...entry.body, associatedAccessPolicies } }] };
}
