/** The text of a page, with the way to the next one if there is one. */
export function withNext(text: string, next: string | null): string {
  return next === null ? text : `${text}\n\n还有更多：--cursor ${next}`;
}
