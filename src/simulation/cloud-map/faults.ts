import type { FaultRule } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';

/** What may break between a service and its callers. */
export const cloudMapFaults = {
  /** Registrations that begin while it lasts take long. They do end. */
  'registration-delayed': {
    text: (_registry, on) => (on ? 'let registrations take a minute' : 'let registrations be quick again'),
    effects: () => [],
  },

  /** A client goes on with its answer when the TTL is over, until it is restarted. */
  'ttl-ignored': {
    text: (_answer, on) => (on ? 'let the client keep its answer for ever' : 'restart the client, so that it asks again'),
    effects: (_answer, on) => (on ? [] : [remind({ type: 'client.restarted' }, 0)]),
  },
} satisfies Readonly<Record<string, FaultRule>>;
