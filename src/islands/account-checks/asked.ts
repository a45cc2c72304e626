/** What a reader wants to have judged: their files, the sample, or what the companion reads. */
export type Asked = { readonly files: readonly File[] } | 'sample' | 'companion';

/** What a lesson lets its reader ask of their own cluster. */
export type AnswerKind = 'rbac' | 'flows' | 'pending';
