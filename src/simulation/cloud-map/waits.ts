import type { AnyMachineSnapshot } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { Wait } from '../../model/resource.ts';
import type { World } from '../engine/world.ts';
import { answerOf } from './objects.ts';

/** Every code that something of Cloud Map waits for, by kind; each has its words in `content/states/`. */
export const cloudMapWaitCodes: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'servicediscovery-service': ['registrations'],
  'servicediscovery-instance': ['custom-health', 'deregistration'],
  'dns-answer': ['answer', 'ttl', 'restart'],
};

/** What a Cloud Map service waits for. */
export function registryWaits(snapshot: AnyMachineSnapshot): readonly Wait[] {
  const { underWay } = snapshot.context as { readonly underWay: number }; // the context of the registry machine
  return underWay === 0 ? [] : [{ code: 'registrations', values: { registrations: underWay } }];
}

/** What a registered instance waits for. */
export function registrationWaits(snapshot: AnyMachineSnapshot): readonly Wait[] {
  if (snapshot.matches('deregistering')) return [{ code: 'deregistration' }];
  const { reported } = snapshot.context as { readonly reported: string }; // the context of the registration machine
  const changes = snapshot.matches({ HEALTHY: 'changing' }) || snapshot.matches({ UNHEALTHY: 'changing' });
  return changes ? [{ code: 'custom-health', values: { reported } }] : [];
}

/** What the cache of a client waits for. */
export function resolverWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  if (snapshot.matches('asking')) return [{ code: 'answer' }];
  if (snapshot.matches('kept too long')) return [{ code: 'restart' }];
  const { id } = snapshot.context as { readonly id: Id }; // the context of the resolver machine
  const answer = answerOf(world, id);
  return answer === undefined ? [] : [{ code: 'ttl', until: Date.parse(answer.answeredAt) + answer.ttl * 1000 - world.epoch }];
}
