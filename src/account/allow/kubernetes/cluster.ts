import { allow, flag, list, number, text } from '../fields.ts';
import { amounts, base, conditions } from './metadata.ts';

/** A Node. Never here: its addresses, machine and boot ids. */
export const node = allow({
  ...base,
  spec: allow({
    unschedulable: flag,
    providerID: text,
    taints: list(allow({ key: text, value: text, effect: text, timeAdded: text })),
  }),
  status: allow({
    capacity: amounts,
    allocatable: amounts,
    conditions,
    nodeInfo: allow({ kubeletVersion: text, osImage: text, architecture: text, operatingSystem: text, containerRuntimeVersion: text }),
  }),
});

/** A Namespace. */
export const namespace = allow({ ...base, status: allow({ phase: text, conditions }) });

const involved = allow({ apiVersion: text, kind: text, namespace: text, name: text, uid: text, fieldPath: text });

/** An Event, of either version of its API. */
export const event = allow({
  ...base,
  type: text,
  reason: text,
  message: text,
  note: text,
  involvedObject: involved,
  regarding: involved,
  count: number,
  firstTimestamp: text,
  lastTimestamp: text,
  eventTime: text,
});
