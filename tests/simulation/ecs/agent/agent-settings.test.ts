import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingInEffect } from '../../../../src/simulation/ecs/agent/agent-settings.ts';
import { parseDuration, printDuration } from '../../../../src/simulation/ecs/agent/go-duration.ts';

describe('a duration', () => {
  test('is read as it is printed', () => {
    fc.assert(fc.property(fc.nat({ max: 10_000_000 }), (seconds) => parseDuration(printDuration(seconds)) === seconds));
  });

  test.each([
    ['1h30m', 5400],
    ['1.5h', 5400],
    ['-1m30s', -90],
    ['.5s', 0.5],
    ['0', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each(['', '10', 's', '1 m', '1m 30s', '1d', '1e3s'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('a setting of the agent', () => {
  test.each(['[22,', '[22,70000]', 'ssh', '[]', undefined])('reserves the ports of the host when it says %j', (text) => {
    expect(settingInEffect('ECS_RESERVED_PORTS', text).value).toEqual([22, 2375, 2376, 51678, 51679]);
  });

  test('that is not modelled is named', () => {
    expect(() => settingInEffect('ECS_CLUSTER', 'demo')).toThrow("The agent's setting ECS_CLUSTER is not modelled.");
  });
});
