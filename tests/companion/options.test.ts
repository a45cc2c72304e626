import { describe, expect, test } from 'vitest';
import { readConnectOptions, readPolicyOptions, readSnapshotOptions, readStartOptions } from '../../src/companion/options.ts';

describe('npm start', () => {
  test('starts at port 4321 and opens a browser when nothing is said', () => {
    expect(readStartOptions([])).toEqual({ port: 4321, open: true });
  });

  test('honours --port and --no-open', () => {
    expect(readStartOptions(['--port', '5000', '--no-open'])).toEqual({ port: 5000, open: false });
  });

  test.each(['x', '-1', '70000', '1.5', ''])('says that %j is not a port', (port) => {
    expect(() => readStartOptions([`--port=${port}`])).toThrow(`"${port}" is not a port. Give --port a number from 0 to 65535.`);
  });

  test('names an option that it does not have, and those that it has', () => {
    expect(() => readStartOptions(['--host', '0.0.0.0'])).toThrow("Unknown option '--host'. The options are --port, --no-open.");
  });
});

describe('npm run connect', () => {
  test('reads both worlds, asks, and names no Region when nothing is said', () => {
    expect(readConnectOptions([])).toEqual({
      choice: { profile: undefined, regions: [] },
      include: ['ecs', 'eks'],
      yes: false,
      port: 4321,
      open: true,
    });
  });

  test('takes several Regions, each once, in the order in which they are named', () => {
    const { choice } = readConnectOptions(['--region', 'us-east-1', '--region', 'eu-west-1', '--region', 'us-east-1', '--profile', 'shop']);
    expect(choice).toEqual({ profile: 'shop', regions: ['us-east-1', 'eu-west-1'] });
  });

  test.each(['eu-wst', 'eu-west-1.evil.example', 'EU-WEST-1', ''])('takes %j for no Region', (region) => {
    expect(() => readConnectOptions([`--region=${region}`])).toThrow(
      `${JSON.stringify(region)} is not a Region. Write it as in eu-west-1.`,
    );
  });

  test.each(['us-gov-west-1', 'mx-central-1', 'eusc-de-east-1', 'us-isob-east-1'])('takes %s for a Region', (region) => {
    expect(readConnectOptions(['--region', region]).choice.regions).toEqual([region]);
  });

  test('reads one world of the two, and no third', () => {
    expect(readConnectOptions(['--include', 'eks']).include).toEqual(['eks']);
    expect(() => readConnectOptions(['--include', 'lambda'])).toThrow('"lambda" cannot be given to --include: it takes ecs, eks.');
  });
});

test('npm run snapshot needs the name of the file', () => {
  expect(() => readSnapshotOptions(['--yes'])).toThrow('Name the file to write, as in --out account.json.');
  expect(readSnapshotOptions(['--out', 'a.json', '--yes'])).toMatchObject({ out: 'a.json', yes: true });
});

test('npm run policy does without the groups that are named, and knows no other', () => {
  expect(readPolicyOptions([])).toEqual([]);
  expect(readPolicyOptions(['--without', 'eks,logs', '--without', 'eks'])).toEqual(['eks', 'logs']);
  expect(() => readPolicyOptions(['--without', 'iam'])).toThrow(/^"iam" cannot be given to --without: it takes identity, ecs, eks,/);
});
