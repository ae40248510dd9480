/** The same keys in every language: a key in one language only does not compile. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
