import { parseDuration } from './go-duration.ts';
import { imagePullBehaviors } from './image-pull-behavior.ts';

/** The value in effect of a setting. */
export type SettingValue = number | boolean | string | readonly number[];

/** The value in effect when the variable holds this text; undefined text is a variable that is not set. */
type Setting = (text: string | undefined) => SettingValue;

/** A number; 0, like what cannot be read, counts as not set. Less than `least` becomes `tooLittle`. */
const number =
  (read: (text: string) => number | undefined, fallback: number, least = -Infinity, tooLittle = fallback): Setting =>
  (text = '') => {
    const value = read(text) ?? 0;
    if (value === 0) return fallback;
    return value < least ? tooLittle : value;
  };

/** A duration in seconds; less than `least` becomes `least`. */
const atLeast = (fallback: number, least: number): Setting => number(parseDuration, fallback, least, least);

/** A duration in seconds; less than `least` becomes the default. */
const orDefault = (fallback: number, least?: number): Setting => number(parseDuration, fallback, least);

const whole = (text: string): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined);
const uint16 = (text: string): number | undefined => (/^\d+$/.test(text) && Number(text) < 2 ** 16 ? Number(text) : undefined);

/** The spellings that Go reads as true. */
const trues: readonly string[] = ['1', 't', 'T', 'true', 'True', 'TRUE'];
const flag: Setting = (text = '') => trues.includes(text);

/** Ports of the host's own: SSH, Docker, and the agent itself. */
const hostPorts: readonly number[] = [22, 2375, 2376, 51678, 51679];

const ports: Setting = (text = '') => {
  const numbers =
    /^\s*\[([\s\d,]*)\]\s*$/
      .exec(text)?.[1]
      ?.split(',')
      .map((each) => uint16(each.trim())) ?? [];
  const read = numbers.filter((port) => port !== undefined);
  return read.length === 0 || read.length < numbers.length ? hostPorts : read;
};

/** The settings of the agent on a Linux host, by environment variable, with the unit of each. */
const settings: Readonly<Record<string, readonly [unit: string, setting: Setting]>> = {
  ECS_CONTAINER_CREATE_TIMEOUT: ['seconds', atLeast(240, 60)],
  ECS_CONTAINER_START_TIMEOUT: ['seconds', atLeast(180, 45)],
  ECS_CONTAINER_STOP_TIMEOUT: ['seconds', atLeast(30, 1)],
  ECS_ENABLE_SPOT_INSTANCE_DRAINING: ['flag', flag],
  ECS_ENABLE_TASK_ENI: ['flag', flag],
  ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION: ['seconds', orDefault(10_800, 1)],
  ECS_IMAGE_CLEANUP_INTERVAL: ['seconds', orDefault(1800, 600)],
  ECS_IMAGE_MINIMUM_CLEANUP_AGE: ['seconds', orDefault(3600)],
  ECS_IMAGE_PULL_BEHAVIOR: ['word', (text) => imagePullBehaviors.find((behavior) => behavior === text) ?? 'default'],
  ECS_IMAGE_PULL_INACTIVITY_TIMEOUT: ['seconds', orDefault(60, 60)],
  ECS_IMAGE_PULL_TIMEOUT: ['seconds', orDefault(7200)],
  ECS_MANIFEST_PULL_TIMEOUT: ['seconds', atLeast(60, 30)],
  ECS_NUM_IMAGES_DELETE_PER_CYCLE: ['images', number(whole, 5, 1)],
  ECS_PULL_DEPENDENT_CONTAINERS_UPFRONT: ['flag', flag],
  ECS_RESERVED_MEMORY: ['MiB', number(uint16, 0)],
  ECS_RESERVED_PORTS: ['ports', ports],
};

/** The value of a setting in effect, with its unit. Throws on a variable that is not among them. */
export function settingInEffect(env: string, text: string | undefined): { readonly value: SettingValue; readonly unit: string } {
  const known = settings[env];
  if (known === undefined) throw new Error(`The agent's setting ${env} is not modelled.`);
  const [unit, setting] = known;
  return { value: setting(text), unit };
}
