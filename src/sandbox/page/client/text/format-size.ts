const step = 1_024;

/** Bytes as people say them: “7 bytes”, “12 KB”, “1.4 MB”. */
export function formatSize(bytes: number): string {
  if (bytes < step) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  // Up to this many bytes the number of kilobytes is not rounded to 1,024.
  if (bytes < step * (step - 0.5)) return `${Math.round(bytes / step)} KB`;
  return `${(bytes / step ** 2).toFixed(1)} MB`;
}
