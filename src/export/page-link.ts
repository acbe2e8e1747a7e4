/** Where a page can be opened: its address on the web, or its file. */
export function linkTo(url: string | null, path: string): string {
  if (url !== null && /^https?:\/\//i.test(url)) return url;
  return path.split("/").map(encodeURIComponent).join("/");
}
