/** Something picked, by its name, and one act at its end: taking it back. */
import { Button } from "./Button";
import { nameLanguage } from "./PersonName";
import { Row } from "./Text";

/** `label` says the act with the name in it, and contains `act`. */
export function Picked({ name, act, label, pending, onAct }: { name: string; act: string; label: string; pending?: boolean; onAct: () => void }) {
  return (
    <Row ends>
      <strong lang={nameLanguage(name)}>{name}</strong>
      <Button variant="quiet" pending={pending} aria-label={label} onClick={onAct}>
        {act}
      </Button>
    </Row>
  );
}
