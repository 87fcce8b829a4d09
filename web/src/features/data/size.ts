/** How large a file is, as people say it: 340 KB, 1.2 MB. */
const KILO = 1024;

export function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILO));
  if (kilobytes < KILO) return `${kilobytes} KB`;
  const megabytes = bytes / KILO / KILO;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
