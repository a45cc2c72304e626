import type { Act, Input } from '../../model/api-call.ts';
import type { Json, Millis } from '../../model/json.ts';
import { beginRun, extendTo, type Run } from './run.ts';
import { type Scenario, storyOf } from './scenario.ts';
import { SHARE_NAME } from './share-fragment.ts';

/** Everything that gives a moment of a simulation. */
export interface Share {
  readonly scenario: string;
  readonly seed: number;
  /** What was done, or `story` for what the scenario does when nobody acts. */
  readonly inputs: readonly Input[] | 'story';
  readonly position: Millis;
}

/** Why a link cannot be opened, with a sentence for the reader. */
export interface LinkProblem {
  readonly code: 'broken' | 'version' | 'scenario' | 'inputs';
  readonly text: string;
}

/** What reading a link gives. */
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: LinkProblem };

const VERSION = '1';
/** More than any reader does by hand; a longer fragment is not from here. */
const LONGEST = 100_000;

const problem = (code: LinkProblem['code'], text: string): { readonly ok: false; readonly problem: LinkProblem } => ({
  ok: false,
  problem: { code, text: `${text} The diagram begins afresh.` },
});

/** The URL fragment, without `#`, of a share. */
export function encodeShare({ scenario, seed, inputs, position }: Share): string {
  const done =
    inputs === 'story'
      ? 0
      : inputs.map((input) => ('call' in input ? [input.at, input.call] : [input.at, input.fault, input.target, input.on ? 1 : 0]));
  const bytes = new TextEncoder().encode(JSON.stringify([scenario, seed, position, done]));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${SHARE_NAME}.${VERSION}.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Reads a URL fragment, with or without `#`. */
export function decodeShare(fragment: string): Opened<Share> {
  const [name, version, text = ''] = fragment.replace(/^#/, '').split('.');
  if (name !== SHARE_NAME || text.length > LONGEST) return problem('broken', 'This link is not a whole link to a moment of a diagram.');
  if (version !== VERSION) return problem('version', `This link was made by another version (${version}) of this site.`);
  const data = parsed(text);
  if (!isList(data)) return problem('broken', 'This link is damaged, perhaps cut off.');
  const [scenario, seed, position, done] = data;
  if (typeof scenario !== 'string' || !isNumber(seed) || !isNumber(position))
    return problem('broken', 'This link is damaged: it does not say which moment it means.');
  const inputs = done === 0 ? 'story' : isList(done) ? done.map(inputOf) : [undefined];
  if (inputs === 'story') return { ok: true, value: { scenario, seed, position, inputs } };
  const known = inputs.filter((input) => input !== undefined);
  if (known.length < inputs.length) return problem('inputs', 'This link holds something done to the diagram that is not known here.');
  return { ok: true, value: { scenario, seed, position, inputs: known } };
}

function parsed(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

const awsApis = ['ecs', 'eks', 'elbv2', 'autoscaling', 'ec2', 'logs'] as const;
const verbs = ['get', 'list', 'create', 'update', 'patch', 'delete'] as const;

function inputOf(data: unknown): Input | undefined {
  if (!isList(data)) return undefined;
  const [at, what, target, on] = data;
  if (!isNumber(at)) return undefined;
  if (typeof what === 'string') return typeof target === 'string' ? { at, fault: what, target, on: on === 1 } : undefined;
  const act = isObject(what) ? callOf(what) : undefined;
  return act && { at, ...act };
}

function callOf(call: Readonly<Record<string, Json>>): Act | undefined {
  const { api, operation, input, verb, path, body, by, from } = call;
  if (api === 'kubernetes') {
    const known = verbs.find((one) => one === verb);
    if (known === undefined || typeof path !== 'string') return undefined;
    return { call: { api, verb: known, path, ...(isObject(body) ? { body } : {}), ...present({ by, from }) } };
  }
  const known = awsApis.find((one) => one === api);
  if (known === undefined || typeof operation !== 'string' || !isObject(input)) return undefined;
  return { call: { api: known, operation, input } };
}

/** Those of some fields that are texts. */
const present = (fields: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'));

/** The fragment of a moment of a run. */
export const fragmentOf = (run: Run, time: Millis): string =>
  encodeShare({
    scenario: run.scenario.id,
    seed: run.seed,
    inputs: same(run.inputs, storyOf(run.scenario)) ? 'story' : run.inputs,
    position: Math.round(time),
  });

const same = (a: readonly Input[], b: readonly Input[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The run that a fragment means, recorded up to its moment. */
export function openFragment(fragment: string, scenario: Scenario): Opened<{ readonly run: Run; readonly time: Millis }> {
  const decoded = decodeShare(fragment);
  if (!decoded.ok) return decoded;
  const { seed, inputs, position } = decoded.value;
  if (decoded.value.scenario !== scenario.id)
    return problem('scenario', `This link is to the diagram ${decoded.value.scenario}, not to ${scenario.id}.`);
  try {
    const run = beginRun(scenario, inputs === 'story' ? { seed } : { seed, inputs });
    return { ok: true, value: { run: extendTo(run, scenario.horizon), time: position } };
  } catch {
    return problem('inputs', 'This link holds something done to the diagram that cannot be done here.');
  }
}
