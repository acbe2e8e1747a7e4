import { SaxesParser } from "saxes";

/** Told of elements, text and ends in the order of the file. Names keep their prefixes. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Deeper nesting is no document. */
const deepest = 2000;

/**
 * Walk through XML. Entities other than XML's own five stay as they are written, so that none can
 * expand; external ones are never asked for.
 * @returns `null` when it is well formed, else what is wrong; what came before was told
 */
export function walkXml(source: string, handler: XmlHandler): string | null {
  const parser = new SaxesParser();
  let depth = 0;
  let error: string | null = null;
  const stop = (message: string): void => {
    error ??= message;
  };
  parser.on("error", ({ message }) => {
    // An entity of a document type is no error here: it is kept as written.
    if (!/entity/i.test(message)) stop(message);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (error !== null) return;
    if (++depth > deepest) stop("it is nested too deep");
    else handler.open?.(name, attributes as Record<string, string>);
  });
  parser.on("text", (text) => {
    if (error === null) handler.text?.(text);
  });
  parser.on("cdata", (text) => {
    if (error === null) handler.text?.(text);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    if (error === null) handler.close?.(name);
  });
  for (let at = 0; at < source.length && error === null; at += 65_536)
    parser.write(source.slice(at, at + 65_536));
  if (error === null) parser.close();
  return error;
}
