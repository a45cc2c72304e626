import type { LinkNews } from './use-share-link.ts';

/** One sentence that the reader must not miss; with a link, the link to take along. */
export function Notice({ news: { text, link } }: { readonly news: LinkNews }) {
  return (
    <div className="notice" role="status">
      <p>{text}</p>
      {link === undefined ? null : (
        <input
          type="text"
          readOnly
          aria-label="Link to this moment"
          value={link}
          onFocus={({ target }) => {
            target.select();
          }}
        />
      )}
    </div>
  );
}
