import * as z from 'zod';

/** Whose account is read, and where. */
export interface Choice {
  /** As in the shared config file of the AWS CLI; without one, the default credential chain decides. */
  readonly profile?: string | undefined;
  readonly regions: readonly string[];
}

/** The worlds of an account that can be read. */
export const worlds = ['ecs', 'eks'] as const;

/** One world of an account. */
export type World = (typeof worlds)[number];

/** The name of a Region. It becomes part of the name of a host, so nothing else may pass. */
export const regionName = z.string().regex(/^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/, {
  error: ({ input }) => `${JSON.stringify(input)} is not a Region. Write it as in eu-west-1.`,
});

/** The name of a profile. It is looked up in the reader's own files and never becomes part of a path. */
export const profileName = z
  .string()
  .regex(/^[^\p{Cc}[\]]{1,255}$/u, { error: ({ input }) => `${JSON.stringify(input)} cannot be the name of a profile.` });

/** What a page may add to a request: the choice that its reader made there. */
export const choiceQuery = z
  .strictObject({
    profile: z.array(profileName).max(1, { error: 'Choose one profile.' }).default([]),
    region: z.array(regionName).max(30, { error: 'Choose at most 30 Regions.' }).default([]),
  })
  .transform(({ profile: [profile], region }): Choice => ({ profile, regions: [...new Set(region)] }));
