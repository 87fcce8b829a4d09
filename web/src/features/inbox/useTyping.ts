/** Telling the other that one is writing: now and then while the words change, and nobody waits for it. */
import { useRef } from "react";
import { useMutation } from "urql";

import { graphql } from "~/gql/inbox";

import { tells } from "./typing";

const NoteTyping = graphql(`
  mutation NoteTyping($input: NoteTypingInput!) {
    noteTyping(input: $input) {
      __typename
    }
  }
`);

export function useTyping(conversation: string): (text: string) => void {
  const [, tell] = useMutation(NoteTyping);
  const last = useRef<number | null>(null);
  return (text) => {
    const now = Date.now();
    if (!navigator.onLine || !tells(text, now, last.current)) return;
    last.current = now;
    void tell({ input: { conversation } });
  };
}
