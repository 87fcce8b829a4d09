/** What needs the server once a page stands: the inbox, the sending of what waits, the line about the connection. No part of what loads first. */
import { ConnectionLine } from "./ConnectionLine";
import { useInbox } from "./useInbox";
import { useSending } from "./useSending";

export function Connected() {
  useInbox();
  useSending();
  return <ConnectionLine />;
}
