import { describe, expect, test } from 'vitest';
import { decides, untilNextCheck } from '../../../src/simulation/network/target-health.ts';
import { noTargets, share } from '../../../src/simulation/network/traffic.ts';

const group = { HealthyThresholdCount: 5, UnhealthyThresholdCount: 2, HealthCheckIntervalSeconds: 30 };

describe('health checks of a target', () => {
  test('the first check that passes makes a new target healthy', () => {
    expect(decides(group, { passed: true, inARow: 1, everHealthy: false })).toBe(true);
  });

  test('a target that was healthy before needs the healthy threshold', () => {
    expect(decides(group, { passed: true, inARow: 4, everHealthy: true })).toBe(false);
    expect(decides(group, { passed: true, inARow: 5, everHealthy: true })).toBe(true);
  });

  test('a target is unhealthy at the unhealthy threshold', () => {
    expect(decides(group, { passed: false, inARow: 1, everHealthy: true })).toBe(false);
    expect(decides(group, { passed: false, inARow: 2, everHealthy: true })).toBe(true);
  });

  test('checks keep their rhythm', () => {
    expect(untilNextCheck(group, 1_000, 1_000)).toBe(30_000);
    expect(untilNextCheck(group, 1_000, 32_000)).toBe(29_000);
  });
});

describe('requests', () => {
  test('go to healthy targets alone, and fail where such a target does not answer', () => {
    expect(share(120, { ...noTargets, healthyAnswering: 3, healthyFailing: 1, otherAnswering: 5 })).toEqual({ served: 90, failed: 30 });
  });

  test('go to all targets when none is healthy', () => {
    expect(share(120, { ...noTargets, otherAnswering: 1, otherFailing: 1 })).toEqual({ served: 60, failed: 60 });
  });

  test('all fail without targets', () => {
    expect(share(120, noTargets)).toEqual({ served: 0, failed: 120 });
  });
});
