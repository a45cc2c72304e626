/** What a reader wants to have judged: their files, the sample, or what the companion reads. */
export type Asked = { readonly files: readonly File[] } | 'sample' | 'companion';
