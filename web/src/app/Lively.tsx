/** What makes a member's page live: the inbox, the sending of what waits, and the line about the connection. Guests load nothing of it. */
import { ConnectionLine } from "./ConnectionLine";
import { useInbox } from "./useInbox";
import { useSending } from "./useSending";

export function Lively() {
  useInbox();
  useSending();
  return <ConnectionLine />;
}
