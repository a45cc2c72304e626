/** The first word of the URL fragment of a share link. */
export const SHARE_NAME = 'run';

/** Whether a URL fragment claims to be such a link at all. */
export const isShareFragment = (fragment: string): boolean => fragment.replace(/^#/, '').startsWith(`${SHARE_NAME}.`);
