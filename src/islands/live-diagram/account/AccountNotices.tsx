import type { Notice } from '../../../account/notice.ts';
import type { Picture } from '../../../account/picture.ts';

/** More sentences of a sort, or names in one, than this are only counted. */
const SHOWN = 30;

const headings: readonly (readonly [Notice['kind'], string])[] = [
  ['problem', 'Refused'],
  ['failure', 'Not described by AWS'],
  ['unmapped', 'Not drawn'],
  ['ignored', 'Ignored'],
];

/** What a reader must know beside the picture: what was refused, what is missing, what is elsewhere in the files. */
export function AccountNotices({ picture: { notices, gaps, elsewhere } }: { readonly picture: Picture }) {
  return (
    <div className="account-notices">
      {headings.map(([kind, heading]) => (
        <Told key={kind} heading={heading} kind={kind} texts={notices.filter((notice) => notice.kind === kind).map(({ text }) => text)} />
      ))}
      <Told heading="Missing from this picture" kind="gap" texts={gaps} />
      <Told
        heading="Elsewhere in the files; choose it above"
        kind="elsewhere"
        texts={elsewhere.map(({ where, names }) => `${where}: ${listed(names)}`)}
      />
    </div>
  );
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? `, and ${names.length - SHOWN} more` : ''}.`;

interface ToldProps {
  readonly heading: string;
  readonly kind: string;
  readonly texts: readonly string[];
}

function Told({ heading, kind, texts }: ToldProps) {
  if (texts.length === 0) return null;
  const distinct = [...new Set(texts)];
  return (
    <section data-account-notice={kind}>
      <h4>{heading}</h4>
      <ul>
        {distinct.slice(0, SHOWN).map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
        {distinct.length > SHOWN ? <li>And {distinct.length - SHOWN} more.</li> : null}
      </ul>
    </section>
  );
}
