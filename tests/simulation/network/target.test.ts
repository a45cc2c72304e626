import { describe, expect, test } from 'vitest';
import { decides, untilNextCheck } from '../../../src/simulation/network/target-health.ts';
import { cpuUse, requestsOf, responseTime } from '../../../src/simulation/network/load.ts';
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
    expect(share(120, { ...noTargets, healthyAnswering: 3, healthySilent: 1, otherAnswering: 5 })).toMatchObject({
      served: 90,
      failed: 30,
    });
  });

  test('go to all targets when none is healthy', () => {
    expect(share(120, { ...noTargets, otherAnswering: 1, otherErring: 1 })).toMatchObject({ served: 60, failed: 60 });
  });

  test('all fail without targets', () => {
    expect(share(120, noTargets)).toMatchObject({ served: 0, failed: 120, byBalancer: 120 });
  });

  test("an error is the target's own where it answers, and the load balancer's where it does not", () => {
    const targets = { ...noTargets, healthyAnswering: 2, healthyErring: 1, healthySilent: 1 };
    expect(share(120, targets)).toMatchObject({ failed: 60, byTarget: 30, byBalancer: 30 });
  });

  test('beyond what a target can answer they fail', () => {
    expect(share(300, { ...noTargets, healthyAnswering: 2 }, 125)).toMatchObject({ served: 250, failed: 50, byBalancer: 50 });
  });
});

describe('the load of a task', () => {
  test('uses CPU in proportion, and never more than there is', () => {
    expect([0.5, 1, 2].map((times) => cpuUse(times * requestsOf(512), 512))).toEqual([50, 100, 100]);
  });

  test('makes answers slower the busier it is, and slower still on less CPU', () => {
    const [idle, busy, busier] = [10, 100, 120].map((requests) => responseTime(requests, 512));
    expect(idle).toBeLessThan(busy ?? 0);
    expect(busy).toBeLessThan(busier ?? 0);
    expect(responseTime(50, 256)).toBeGreaterThan(responseTime(50, 512));
  });
});
