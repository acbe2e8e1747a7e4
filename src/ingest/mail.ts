import type { GivenMetadata } from "../core/page.ts";
import { inside, refused, type Found, type Item, type Opened } from "./item.ts";
import { readMailDate } from "./mail-date.ts";
import { makePage, type Draft } from "./make-page.ts";
import { parseHtml } from "./parse-html.ts";

/** Most parts of one message that are looked at. */
const mostParts = 1000;

/** The HTML of a message is used unless it says far less than the text beside it. */
const fullShare = 0.5;

/**
 * Open a mail (EML) or a web page saved as one (MHTML).
 * @returns a page when the message has text only; with readable attachments, the message and they as items
 */
export async function openMail(item: Item, kind: "mail" | "mhtml"): Promise<Opened> {
  const { default: PostalMime } = await import("postal-mime");
  let message;
  try {
    message = await PostalMime.parse(item.bytes, {
      maxNestingDepth: 50,
      maxHeadersSize: 2 * 1024 * 1024,
    });
  } catch (error) {
    return refused(
      "FILE_DAMAGED",
      item.path,
      `This message can't be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  const html = message.html ?? "";
  const text = message.text ?? "";
  const header = (name: string): string | undefined =>
    message.headers.find(({ key }) => key === name)?.value;
  const title = oneLine(message.subject);
  const sent = readMailDate(header("date") ?? "");
  const given: GivenMetadata =
    kind === "mhtml"
      ? pageFacts(header("snapshot-content-location") ?? header("content-location"))
      : {
          ...(title === undefined ? {} : { title }),
          ...(sent === null ? {} : { published: sent }),
        };
  const hints = kind === "mhtml" && title !== undefined ? { title } : {};
  const useHtml =
    kind === "mhtml" || wordsIn(html.replace(/<[^>]*>/g, " ")) >= wordsIn(text) * fullShare;
  const draft: Draft | null =
    html.trim() !== "" && useHtml
      ? {
          mediaType: kind === "mhtml" ? "multipart/related" : "message/rfc822",
          source: html,
          tree: parseHtml(html),
          given,
          hints,
          places: [
            {
              start: 0,
              end: html.length,
              place: { kind: "part", part: "text/html", paragraph: null },
            },
          ],
        }
      : text.trim() !== ""
        ? {
            mediaType: "message/rfc822",
            source: text,
            given,
            places: [
              {
                start: 0,
                end: text.length,
                place: { kind: "part", part: "text/plain", paragraph: null },
              },
            ],
          }
        : null;
  const attachments = kind === "mhtml" ? [] : attachedItems(item, message.attachments);
  if (draft === null && attachments.length === 0)
    return refused(
      "FILE_EMPTY",
      item.path,
      kind === "mhtml"
        ? "There is no page in this file."
        : "There is no text in this message, and nothing attached that Readout reads.",
    );
  if (draft === null) return { kind: "items", found: attachments };
  const page = makePage(item, draft);
  return attachments.length === 0
    ? { kind: "page", page }
    : { kind: "items", found: attachments, page };
}

interface Attachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly content: ArrayBuffer | Uint8Array | string;
  readonly related?: boolean | undefined;
}

/** What is attached, pictures and signatures apart. */
function attachedItems(item: Item, attachments: readonly Attachment[]): Found[] {
  return attachments.slice(0, mostParts).flatMap((attachment, index): Found[] => {
    const mediaType = attachment.mimeType.toLowerCase();
    if (
      attachment.related === true ||
      /^(?:image|audio|video|font)\/|signature|pgp|pkcs7|calendar|ms-tnef/.test(mediaType)
    )
      return [];
    const name = attachment.filename ?? `part ${index + 1}`;
    const { content } = attachment;
    const bytes =
      typeof content === "string"
        ? new TextEncoder().encode(content)
        : content instanceof Uint8Array
          ? content
          : new Uint8Array(content);
    if (bytes.length === 0) return [];
    return [{ kind: "item", item: { ...inside(item, `!/${name}`, { mediaType }), bytes } }];
  });
}

function pageFacts(location: string | undefined): GivenMetadata {
  return location !== undefined && /^https?:\/\//i.test(location) ? { url: location.trim() } : {};
}

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, " ").trim();
  return line === "" ? undefined : line;
}

function wordsIn(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu)?.length ?? 0;
}
