/** The line breaking algorithm of Unicode (UAX #14); the package brings no types of its own. */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string)
    /** The next place where a line may end, after any space: `required` where it must. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
  export default LineBreaker
}
