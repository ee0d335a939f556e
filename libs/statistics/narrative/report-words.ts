/** What the rules have to know of the words of a report that is being written; those of a published report are not in question. */
export interface ReportWords {
  /** Sentences that a person put in the place of generated ones, when the figures were others. */
  readonly staleOverrides: readonly {
    /** Id of the sentence. */
    readonly sentence: string;
    /** The generated sentence when it was overridden, and now; `null`: none any more. */
    readonly then: string;
    readonly now: string | null;
  }[];
  /** Labels of the parts that show last year's text, not yet confirmed for this year. */
  readonly drafts: readonly string[];
}
