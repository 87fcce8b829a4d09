/** How the other of a response is called: by name, or by the label that they chose instead until the talk is taken up. */
import { useLingui } from "@lingui/react/macro";

type Person = { id: string; name: string; photo?: { small: string } | null };

type Sides = {
  viewerIsAuthor: boolean;
  responder?: Person | null;
  responderLabel?: { text: string } | null;
  author?: Person | null;
};

export type Other = {
  /** For headings and lists. */
  name: string;
  /** In sentences: a name with さん, or words that fit anybody. */
  who: string;
  /** Null where no page of theirs can be opened. */
  person: Person | null;
  /** A label is nobody's name, and has no first letter. */
  nameless: boolean;
};

export function useOther(response: Sides): Other {
  const { t } = useLingui();
  const { viewerIsAuthor, responder, responderLabel, author } = response;
  if (viewerIsAuthor && responderLabel) return { name: responderLabel.text, who: t`お相手`, person: null, nameless: true };
  const person = (viewerIsAuthor ? responder : author) ?? null;
  const name = person?.name;
  return name === undefined
    ? { name: t`退会したメンバー`, who: t`お相手`, person, nameless: false }
    : { name, who: t`${name}さん`, person, nameless: false };
}
