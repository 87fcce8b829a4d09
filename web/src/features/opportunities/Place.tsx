/** Where a field stands, by the name that the server gives it, so that focus finds it when something is wrong. */
import type { ReactNode } from "react";

export function Place({ field, children }: { field: string; children: ReactNode }) {
  return <div data-field={field}>{children}</div>;
}
