import { describe, expect, test } from 'vitest';
import { capacityOf, written } from '../../../src/simulation/logs/buffer.ts';
import { bytesOf, logSettings } from '../../../src/simulation/logs/log-settings.ts';
import { logGroupArn, logStreamArn, streamName } from '../../../src/simulation/logs/names.ts';

describe('the options of awslogs', () => {
  test('without a mode mean non-blocking with ten megabytes and an existing group', () => {
    expect(logSettings({})).toEqual({ mode: 'non-blocking', bufferBytes: 10 * 1024 * 1024, createsGroup: false });
  });

  test('let only non-blocking mode choose the size of the buffer', () => {
    expect(logSettings({ mode: 'non-blocking', 'max-buffer-size': '1m' }).bufferBytes).toBe(1024 * 1024);
    expect(capacityOf(logSettings({ mode: 'blocking', 'max-buffer-size': '1m' }))).toBe(4096);
  });

  test.each([
    ['512k', 512 * 1024],
    ['10m', 10 * 1024 * 1024],
    ['10mb', 10 * 1024 * 1024],
    ['100', 100],
    ['ten', undefined],
  ])('read the size %s', (size, bytes) => {
    expect(bytesOf(size)).toBe(bytes);
  });
});

describe('a buffer that is full', () => {
  test('loses what does not fit in non-blocking mode', () => {
    const settings = logSettings({ 'max-buffer-size': '1k' });
    expect(written(settings, 3, 5)).toEqual({ lines: 4, lost: 4 });
  });

  test('loses nothing in blocking mode, as nothing more is written', () => {
    expect(written(logSettings({ mode: 'blocking' }), 4_090, 100)).toEqual({ lines: 4_096, lost: 0 });
  });
});

test('a stream has its ARN from its group, and its name from prefix, container and task', () => {
  const group = logGroupArn('arn:aws:ecs:eu-west-1:111122223333:task/demo/0f9de17a', '/ecs/demo');
  expect(logStreamArn(group, streamName('web', 'app', '0f9de17a'))).toBe(
    'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/demo:log-stream:web/app/0f9de17a',
  );
});
