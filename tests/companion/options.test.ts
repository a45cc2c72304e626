import { expect, test } from 'vitest';
import { readOptions } from '../../src/companion/options.ts';

test('starts at port 4321 and opens a browser when nothing is said', () => {
  expect(readOptions([])).toEqual({ port: 4321, open: true });
});

test('honours --port and --no-open', () => {
  expect(readOptions(['--port', '5000', '--no-open'])).toEqual({ port: 5000, open: false });
});

test.each(['x', '-1', '70000', '1.5'])('says that %s is not a port', (port) => {
  expect(() => readOptions([`--port=${port}`])).toThrow(`"${port}" is not a port. Give --port a number from 0 to 65535.`);
});
