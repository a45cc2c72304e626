import * as z from 'zod/mini';

const progress = z.object({
  what: z.string(),
  region: z.optional(z.string()),
  done: z.optional(z.number()),
  found: z.optional(z.number()),
  calls: z.optional(z.number()),
});

/** How far a reading is: `{ what: 'services', region: 'eu-west-1', done: 120, found: 200, calls: 61 }`. */
export type Progress = z.infer<typeof progress>;

const failure = z.object({ error: z.string(), fix: z.optional(z.string()) });

/** Why a reading ended without a snapshot, and the command that mends it. */
export type Failure = z.infer<typeof failure>;

/** One line of what the companion answers while it reads an account. */
export const companionLine = z.union([z.object({ progress }), failure, z.object({ snapshot: z.record(z.string(), z.unknown()) })]);

/** A line as it was read. */
export type CompanionLine = z.infer<typeof companionLine>;

/** What the companion says of itself: whose account it reads, and where. */
export const connection = z.object({
  profile: z.string(),
  regions: z.array(z.string()),
  caller: z.optional(z.object({ account: z.optional(z.string()), arn: z.optional(z.string()) })),
  /** Whether an account may be read without a choice made on the page. */
  connected: z.boolean(),
});

/** What the companion said of itself. */
export type Connection = z.infer<typeof connection>;

/** The profiles that the reader's own AWS configuration names. */
export const profileList = z.object({ profiles: z.array(z.string()) });

/** Reads one line; a line of another shape is a failure that says so. */
export function readLine(text: string): CompanionLine {
  const read = companionLine.safeParse(parsed(text));
  return read.success
    ? read.data
    : { error: 'The companion answered in a shape that this page does not know; build the site again and restart it.' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
