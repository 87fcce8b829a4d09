/** Puts a text into the clipboard and says so; where the browser lets no page do that, it says what to do instead. */
import { useLingui } from "@lingui/react/macro";

import { Button } from "./Button";
import { useToast } from "./Toast";

type CopyButtonProps = { text: string; /** Said when it is done. */ done: string; variant?: "primary" | "secondary" | "quiet"; children: string; label?: string };

export function CopyButton({ text, done, variant = "primary", children, label }: CopyButtonProps) {
  const { t } = useLingui();
  const say = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(t`コピーできませんでした。文字を選んで、コピーしてください。`, "bad");
    }
  };
  return (
    <Button variant={variant} onClick={() => void copy()} aria-label={label}>
      {children}
    </Button>
  );
}
