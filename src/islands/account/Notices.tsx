import type { Mask } from '../../account/mask.ts';
import type { Notice } from '../../account/notice.ts';
import type { Account } from '../../account/picture.ts';

/** More sentences of a sort than this are only counted. */
const SHOWN = 30;

const sorts: readonly (readonly [kind: Notice['kind'], heading: string])[] = [
  ['problem', 'Refused'],
  ['failure', 'Not read'],
  ['unmapped', 'Left out'],
  ['ignored', 'Ignored'],
];

/** What a reader must know beside the map: what was refused, what could not be read, what was left out. */
export function Notices({ account: { notices }, show }: { readonly account: Account; readonly show: Mask }) {
  return (
    <div className="account-notices">
      {sorts.map(([kind, heading]) => {
        const texts = [...new Set(notices.filter((notice) => notice.kind === kind).map(({ text }) => show(text)))];
        return texts.length === 0 ? null : (
          <details key={kind} open={kind === 'problem'} data-account-notice={kind}>
            <summary>
              {heading} ({texts.length})
            </summary>
            <ul>
              {texts.slice(0, SHOWN).map((text) => (
                <li key={text}>
                  <bdi>{text}</bdi>
                </li>
              ))}
              {texts.length > SHOWN ? <li>And {texts.length - SHOWN} more.</li> : null}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
