import type { ApiObject } from '../model/api-object.ts';
import { objects as listOf, text } from '../model/ecs/read.ts';
import type { Message } from '../model/frame.ts';

/** The events that services carry, oldest first, as lines of a log; `at` is ms since 1970, as an account has no other clock. */
export const logOf = (objects: Iterable<ApiObject>): readonly Message[] =>
  [...objects]
    .filter(({ kind }) => kind === 'ecs-service')
    .flatMap(({ id, body }) =>
      listOf(body, 'events').map((event) => ({
        at: Date.parse(text(event, 'createdAt') ?? '') || 0,
        from: id,
        to: id,
        type: 'service.event',
        text: text(event, 'message') ?? '',
        log: true,
      })),
    )
    .sort((one, other) => one.at - other.at)
    .map((line, seq) => ({ seq, ...line }));
