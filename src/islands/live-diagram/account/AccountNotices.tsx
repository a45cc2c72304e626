import type { Notice } from '../../../account/notice.ts';
import type { Picture } from '../../../account/picture.ts';

/** More sentences of a sort, or names in one, than this are only counted. */
const SHOWN = 30;

/** What a reader must know beside the picture. What asks for nothing to be done is folded away. */
export function AccountNotices({ picture: { notices, gaps, undrawn, elsewhere } }: { readonly picture: Picture }) {
  const textsOf = (wanted: Notice['kind']): readonly string[] => notices.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return (
    <div className="account-notices">
      <Told heading="Refused" kind="problem" texts={textsOf('problem')} open />
      <Told heading="Not described by AWS" kind="failure" texts={textsOf('failure')} open />
      <Told heading="Missing from this picture" kind="gap" texts={gaps} open />
      <Told heading="Not drawn" kind="unmapped" texts={[...textsOf('unmapped'), ...undrawn]} />
      <Told heading="Ignored" kind="ignored" texts={textsOf('ignored')} />
      <Told
        heading="Elsewhere in the files, to be chosen above"
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
  readonly open?: boolean;
}

function Told({ heading, kind, texts, open = false }: ToldProps) {
  if (texts.length === 0) return null;
  const distinct = [...new Set(texts)];
  return (
    <details open={open} data-account-notice={kind}>
      <summary>
        {heading} ({distinct.length})
      </summary>
      <ul>
        {distinct.slice(0, SHOWN).map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
        {distinct.length > SHOWN ? <li>And {distinct.length - SHOWN} more.</li> : null}
      </ul>
    </details>
  );
}
