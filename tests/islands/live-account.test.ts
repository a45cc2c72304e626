import { describe, expect, test, vi } from 'vitest';
import { accountOf } from '../../src/account/picture.ts';
import { readSampleAccount } from '../../src/account/sample/samples.ts';
import type { Answer, Choice, CompanionLink } from '../../src/islands/companion-link.ts';
import { linesOf } from '../../src/islands/lines.ts';
import { progressText } from '../../src/islands/LiveControls.tsx';
import type { LiveParts } from '../../src/islands/live-account.ts';
import { liveAccount, momentOf } from '../../src/islands/live-account.ts';
import { standingOf } from '../../src/islands/WatchBar.tsx';

const account = accountOf(readSampleAccount('messy'));
const snapshot: Answer = { snapshot: new Blob(['{}']) };

/** A store with a companion that gives these answers in turn, and timers that the test lets ring. */
function store(...answers: readonly Answer[]) {
  const asked: (Choice | undefined)[] = [];
  const timers: { readonly call: () => void; readonly after: number }[] = [];
  const left = [...answers];
  let now = 0;
  const link: CompanionLink = {
    connection: () => Promise.resolve({ profile: 'default', regions: ['eu-west-1'], connected: true }),
    profiles: () => Promise.resolve(['default', 'work']),
    read: (choice) => {
      asked.push(choice);
      return Promise.resolve(left.shift() ?? snapshot);
    },
  };
  const parts: LiveParts = {
    link,
    reader: { read: () => Promise.resolve({ account }), end: vi.fn() },
    now: () => (now += 1000),
    later: (call, after) => {
      const timer = { call, after };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
  };
  return { live: liveAccount(parts), parts, asked, timers };
}

describe('an account that is read from the companion', () => {
  test('is shown as read, and paused until somebody watches', async () => {
    const { live } = store();
    await live.greet();
    await live.read();
    expect(momentOf(live.state())?.account).toBe(account);
    expect(standingOf(live.state())).toBe('paused');
  });

  test('is read again and again while it is watched, each time the interval after the last reading', async () => {
    const { live, timers } = store();
    await live.read();
    live.watch(30_000);
    expect(standingOf(live.state())).toBe('live');
    expect(timers.map(({ after }) => after)).toEqual([30_000]);
    timers.shift()?.call();
    await vi.waitFor(() => expect(live.state().hour).toHaveLength(2));
    await vi.waitFor(() => expect(timers).toHaveLength(1));
    live.watch(undefined);
    expect(timers).toEqual([]);
  });

  test('is never called live when the companion is gone, and is not asked for again', async () => {
    const { live, timers } = store(snapshot, { gone: true });
    await live.read();
    live.watch(60_000);
    timers.shift()?.call();
    await vi.waitFor(() => expect(standingOf(live.state())).toBe('companion stopped'));
    expect(timers).toEqual([]);
    expect(momentOf(live.state())?.account).toBe(account);
  });

  test('stops being watched when a reading fails, and says why', async () => {
    const failure = { error: 'The session has expired.', fix: 'aws sso login' };
    const { live, timers } = store(snapshot, { failure });
    await live.read();
    live.watch(60_000);
    timers.shift()?.call();
    await vi.waitFor(() => expect(live.state().failure).toEqual(failure));
    expect(standingOf(live.state())).toBe('paused');
    expect(timers).toEqual([]);
  });

  test('shows an earlier reading without calling it live', async () => {
    const { live } = store();
    await live.read();
    await live.read();
    live.watch(30_000);
    live.seek(live.state().hour[0]?.at);
    expect(standingOf(live.state())).toBe('earlier');
    expect(momentOf(live.state())).toBe(live.state().hour[0]);
    live.seek(live.state().hour[1]?.at);
    expect(standingOf(live.state())).toBe('live');
  });

  test('forgets the readings of one account when another is chosen', async () => {
    const { live, asked, parts } = store();
    await live.read({ profile: 'work', regions: ['eu-west-1'] });
    await live.read();
    expect(live.state().hour).toHaveLength(2);
    await live.read({ profile: 'home', regions: ['eu-west-1'] });
    expect(live.state().hour).toHaveLength(1);
    expect(parts.reader.end).toHaveBeenCalled();
    expect(asked.map((choice) => choice?.profile)).toEqual(['work', 'work', 'home']);
  });

  test('stops on request: what is still under way is aborted', async () => {
    const { live, parts } = store();
    let aborted = false;
    const reading = { ...parts.link, read: ((_choice, _onProgress, signal) =>
      new Promise((_resolve, reject: (error: Error) => void) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('aborted'));
        });
      })) satisfies CompanionLink['read'] }; // prettier-ignore
    const stopped = liveAccount({ ...parts, link: reading });
    const done = stopped.read();
    stopped.stop();
    await done;
    expect(aborted).toBe(true);
    expect(stopped.state().link).toBe('ready');
    live.end();
  });
});

describe('lines of a stream', () => {
  const streamOf = (...chunks: readonly string[]) =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    });

  test('come whole, however they were cut, and the last one without an end', async () => {
    const found: string[] = [];
    for await (const line of linesOf(streamOf('{"a":', '1}\n\n{"b', '":"ä"}\n{"c":3}'))) found.push(await line.text());
    expect(found).toEqual(['{"a":1}', '{"b":"ä"}', '{"c":3}']);
  });
});

test('progress is told with what is known of it', () => {
  expect(progressText({ what: 'services', region: 'eu-west-1', done: 120, found: 200, calls: 61 })).toBe(
    'Reading services in eu-west-1: 120 of 200; 61 calls so far.',
  );
  expect(progressText({ what: 'clusters' })).toBe('Reading clusters.');
});
