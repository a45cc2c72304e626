import type { Reply } from '../../model/api-call.ts';
import type { Json } from '../../model/json.ts';

const field = (body: Json, name: string): string | undefined => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const value: unknown = Object.entries(body).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

/** What the provider said when it refused a call, in its own words; undefined when it did not. */
export function refusalOf(reply: Reply | undefined): string | undefined {
  if (reply === undefined || reply.ok) return undefined;
  const { body } = reply;
  return `Refused: ${[field(body, '__type') ?? field(body, 'reason'), field(body, 'message')].filter(Boolean).join(': ')}`;
}
