const MEBIBYTE = 1_048_576;

/** Mebibytes for people: `32 MiB`. */
export function mebibytes(bytes: number): string {
  return `${String(Math.ceil(bytes / MEBIBYTE))} MiB`;
}
