import type { Locator, Page } from 'playwright-core';

/** A live diagram under a reader's hands. */
export interface LiveDiagram {
  readonly root: Locator;
  /** Presses the button of this name. */
  readonly press: (name: string) => Promise<void>;
  /** Opens the panel of a resource of a kind, by default the first. */
  readonly select: (kind: string, index?: number) => Promise<void>;
  /** Sets the field of this name, such as the desired count. */
  readonly fill: (field: string, value: string) => Promise<void>;
  /** Chooses from the list of this name, such as the revision to deploy. */
  readonly choose: (list: string, value: string) => Promise<void>;
  /** Moves the time rail. */
  readonly seek: (seconds: number) => Promise<void>;
  /** How many resources of a kind are drawn with a status. */
  readonly count: (kind: string, status: string) => Promise<number>;
  /** The event log. */
  readonly log: () => Promise<string>;
}

/** A diagram of a page, once it answers: until it has come alive, a press is lost. */
export async function liveDiagram(page: Page, id: string): Promise<LiveDiagram> {
  const root = page.locator(`[data-diagram="${id}"]`).first();
  await root.scrollIntoViewIfNeeded();
  await page.locator(`[data-diagram="${id}"][data-live]`).first().waitFor();
  return {
    root,
    press: (name) => root.getByRole('button', { name, exact: true }).click(),
    select: (kind, index = 0) => root.locator(`[data-resource][data-kind="${kind}"]`).nth(index).click(),
    fill: (field, value) => root.getByLabel(field).fill(value),
    choose: async (list, value) => {
      await root.getByLabel(list).selectOption(value);
    },
    seek: (seconds) => root.getByRole('slider', { name: 'Time' }).fill(String(seconds * 1000)),
    count: (kind, status) => root.locator(`[data-resource][data-kind="${kind}"][data-status="${status}"]`).count(),
    log: () => root.locator('[data-event-log]').innerText(),
  };
}
