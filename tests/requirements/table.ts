/** Where a requirement is shown by a test that stands elsewhere, since it needs the built site or a browser. */
export const shownElsewhere: readonly { readonly requirement: number; readonly file: string; readonly title: string }[] = [
  {
    requirement: 8,
    file: 'tests/site/pages.test.ts',
    title: 'there is no AWS SDK, no signing and no field for a key in what readers get',
  },
  { requirement: 11, file: 'tests/e2e/account.test.ts', title: 'lets no secret into the page (requirement 11)' },
  { requirement: 12, file: 'tests/e2e/account.test.ts', title: 'masks account ids everywhere until they are revealed (requirement 12)' },
  {
    requirement: 13,
    file: 'tests/e2e/account.test.ts',
    title: 'draws the files that a reader picks, without a request, and keeps nothing (requirements 13, 21)',
  },
  { requirement: 20, file: 'tests/e2e/account.test.ts', title: 'draws hostile names as words, within the page (requirement 20)' },
  { requirement: 21, file: 'tests/e2e/account.test.ts', title: 'reads more than 1 MB beside the page' },
  {
    requirement: 4,
    file: 'tests/e2e/account-page.test.ts',
    title: 'takes the token out of the address before any request, and reads with it (requirement 4)',
  },
  { requirement: 12, file: 'tests/e2e/account-page.test.ts', title: 'masks account ids until they are revealed (requirement 12)' },
  { requirement: 17, file: 'tests/e2e/account-page.test.ts', title: 'tells how far a reading is, and Stop ends it (requirement 17)' },
  {
    requirement: 20,
    file: 'tests/e2e/account-page.test.ts',
    title: 'shows hostile names as text, within the width of a phone (requirement 20)',
  },
  {
    requirement: 25,
    file: 'tests/e2e/account-page.test.ts',
    title: 'never shows old data as live: it says when the companion has stopped (requirement 25)',
  },
  {
    requirement: 2,
    file: 'tests/e2e/companion.test.ts',
    title: 'a page of another name that leads to this machine gets nothing, pages included',
  },
  {
    requirement: 4,
    file: 'tests/e2e/companion.test.ts',
    title:
      'the account is read and shown; the address loses the token before any request of the page, and the browser keeps nothing but that',
  },
  { requirement: 5, file: 'tests/e2e/companion.test.ts', title: 'can read neither the account, even with the token, nor a page' },
  {
    requirement: 7,
    file: 'tests/e2e/companion.test.ts',
    title: 'no page of the site violates the policy that the companion serves it with',
  },
  {
    requirement: 13,
    file: 'tests/e2e/companion.test.ts',
    title:
      'the account is read and shown; the address loses the token before any request of the page, and the browser keeps nothing but that',
  },
  { requirement: 25, file: 'tests/e2e/companion.test.ts', title: 'Ctrl-C ends the companion, and the page then says so' },
];
