/** Choices that follow from a seed: the same seed, the same layout. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** A text cut into `count` pieces, none empty, or fewer where it is short. */
  cut(text: string, count: number): readonly string[] {
    const characters = [...text];
    const places = new Set(Array.from({ length: count - 1 }, () => 1 + this.below(Math.max(1, characters.length - 1))));
    const ends = [...[...places].filter((at) => at < characters.length).sort((a, b) => a - b), characters.length];
    return ends.map((end, index) => characters.slice(ends[index - 1] ?? 0, end).join(''));
  }
}
