import { zipSync } from 'fflate';

const END_SIZE = 22;

/** Where the central directory of a ZIP file without a comment begins, and how long it is. */
export function directoryOf(zip: Uint8Array): { readonly at: number; readonly size: number } {
  const end = viewOf(zip);
  return { at: end.getUint32(zip.length - 6, true), size: end.getUint32(zip.length - 10, true) };
}

/** A ZIP file whose local headers tell of one stored part, and whose directory of the parts of `inner`, which stands within that part. */
export function hiddenArchive(inner: Uint8Array): Buffer {
  const outer = zipSync({ 'xl/media/image1.png': [inner, { level: 0 }] });
  const contents = Buffer.from(outer.subarray(0, directoryOf(outer).at));
  const shift = contents.indexOf(inner);
  const { at, size } = directoryOf(inner);
  const directory = Buffer.from(inner.subarray(at, at + size));
  for (let entry = 0; entry < size;) {
    directory.writeUInt32LE(directory.readUInt32LE(entry + 42) + shift, entry + 42);
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(entry + field));
    entry += 46 + name! + extra! + comment!;
  }
  const end = Buffer.from(inner.subarray(inner.length - END_SIZE));
  end.writeUInt32LE(contents.length, 16);
  return Buffer.concat([contents, directory, end]);
}

/** The same ZIP file; its directory says of the first part that it has this size. */
export function declaring(zip: Uint8Array, size: number): Buffer {
  const changed = Buffer.from(zip);
  changed.writeUInt32LE(size, directoryOf(zip).at + 24);
  return changed;
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
