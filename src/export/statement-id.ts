/** Id of a statement: its document's id and its place in the layer, from 1. */
export function statementId(document: string, index: number): string {
  return `${document}/s${index + 1}`;
}
