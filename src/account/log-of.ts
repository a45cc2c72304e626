import type { ApiObject } from '../model/api-object.ts';
import type { Message } from '../model/frame.ts';
import { objectsIn, textIn } from './body-fields.ts';

/** The events that services carry, oldest first, as lines of a log; `at` is ms since 1970, as an account has no other clock. */
export const logOf = (objects: Iterable<ApiObject>): readonly Message[] =>
  [...objects]
    .filter(({ kind }) => kind === 'ecs-service')
    .flatMap(({ id, body }) =>
      objectsIn(body, 'events').map((event) => ({
        at: Date.parse(textIn(event, 'createdAt') ?? '') || 0,
        from: id,
        to: id,
        type: 'service.event',
        text: textIn(event, 'message') ?? '',
        log: true,
      })),
    )
    .sort((one, other) => one.at - other.at)
    .map((line, seq) => ({ seq, ...line }));
