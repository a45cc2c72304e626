import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { statechartFiles } from '../../src/tools/statechart-files.ts';
import { hashOfText, statechartText } from '../../src/tools/statechart-text.ts';

describe('the drawing of a statechart', () => {
  test.each(statechartFiles)('$file is drawn from the machine as it is (npm run statecharts)', ({ file, hash, paths }) => {
    const svg = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(svg).toContain(`data-text="${hash}"`);
    for (const path of paths.values()) expect(svg).toContain(`data-state="${path}"`);
    expect(svg).not.toMatch(/<script|<style|style=|foreignObject|href=/);
  });
});

describe('the text of a statechart', () => {
  const machine = setup({ types: { events: {} as { readonly type: 'go' | 'stop' } }, delays: { soon: 100 } }).createMachine({
    initial: 'one',
    on: { stop: '.two' },
    states: {
      one: { after: { 2_000: 'two', soon: 'two' }, on: { go: { actions: () => undefined } } },
      two: { type: 'parallel', on: { go: 'one' }, states: { left: {}, right: { initial: 'a', states: { a: {} } } } },
    },
  });

  test('names every state, where it begins and what brings it to another', () => {
    expect(statechartText(machine).text).toBe(
      `stateDiagram-v2
  state "one" as s0
  state "two" as s1 {
    state "left" as s2
    --
    state "right" as s3 {
      state "a" as s4
      [*] --> s4
    }
  }
  [*] --> s0
  state "any state" as any
  any --> s1 : stop
  s0 --> s1 : after 2 s, after soon
  s1 --> s0 : go
`,
    );
  });

  test('knows each state by its path', () => {
    expect(statechartText(machine).paths.get('s4')).toBe('two.right.a');
  });

  test('has another hash when it is another text', () => {
    expect(hashOfText('a')).not.toBe(hashOfText('b'));
    expect(hashOfText('a')).toBe(hashOfText('a'));
  });
});
