/**
 * A text as LIKE should find it, letter by letter: Prisma's `contains` and its `equals` without regard to case hand over
 * what was typed as a pattern, in which % stands for anything.
 */
export function likeText(typed: string): string {
  return typed.replace(/[\\%_]/g, "\\$&");
}
