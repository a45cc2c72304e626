import { expect, test } from 'vitest';
import { stateAfterSpotNotice } from '../../../../src/simulation/ecs/agent/spot-notice.ts';

test.each(['terminate', 'stop', 'hibernate'])('an instance that is to %s drains', (action) => {
  expect(stateAfterSpotNotice(JSON.stringify({ action, time: '2026-01-02T03:04:05Z' }))).toBe('DRAINING');
});

test.each(['', '404 - Not Found', 'null', '"terminate"', '[]', '{}', '{"action":"rebalance"}', '{"action" "stop"}'])(
  'the answer %j changes nothing',
  (body) => {
    expect(stateAfterSpotNotice(body)).toBeNull();
  },
);
