/** Bringing a file: chosen, looked at with its problems, and imported once the ground is said; each step says what has not happened yet. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Button, Buttons } from "~/ui/Button";
import { TextArea } from "~/ui/Field";
import { FileButton } from "~/ui/FileButton";
import { Notice, StatusLine } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Quiet, Stack, Terms } from "~/ui/Text";

import { Preview } from "./Preview";
import { type Counts, type Found, Refused, bring, preview, sumOf } from "./list";

const LONGEST = 500;

type Step =
  | { name: "choosing" }
  | { name: "looking"; file: File }
  | { name: "looked"; file: File; found: Found }
  | { name: "importing"; file: File; found: Found; read: number }
  | { name: "imported"; counts: Counts };

type BringProps = { group: string; companies: readonly string[]; onImported: () => void };

export function Bring({ group, companies, onImported }: BringProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ name: "choosing" });
  const [fault, setFault] = useState<string | null>(null);
  const failed = t`送信できませんでした。もう一度お試しください。同じ方が二重になることはありません。`;
  const told = (error: unknown) => (error instanceof Refused ? error.message : failed);

  const look = async (file: File) => {
    setFault(null);
    setStep({ name: "looking", file });
    try {
      setStep({ name: "looked", file, found: await preview(group, file) });
    } catch (error) {
      setFault(told(error));
      setStep({ name: "choosing" });
    }
  };
  const goIn = async (file: File, found: Found, consent: string) => {
    setFault(null);
    setStep({ name: "importing", file, found, read: 0 });
    try {
      const counts = await bring(group, file, consent, (now) => setStep({ name: "importing", file, found, read: sumOf(now) }));
      setStep({ name: "imported", counts });
      onImported();
    } catch (error) {
      setFault(told(error));
      setStep({ name: "looked", file, found });
    }
  };

  const busy = step.name === "looking" || step.name === "importing";
  return (
    <Section title={t`名簿を取り込む`}>
      <Stack gap={5}>
        <What companies={companies} />
        {step.name === "imported" ? <Imported counts={step.counts} /> : null}
        {busy ? null : (
          <Buttons>
            <FileButton accept=".csv,.txt,.xlsx" onChoose={(file) => void look(file)}>
              {step.name === "choosing" ? t`ファイルを選ぶ` : t`別のファイルを選ぶ`}
            </FileButton>
          </Buttons>
        )}
        {fault ? <Notice tone="bad" icon="warning" role="alert" title={fault} /> : null}
        {step.name === "looking" ? <StatusLine icon="clock">{t`ファイルを確かめています。まだ何も取り込まれていません。`}</StatusLine> : null}
        {step.name === "looked" || step.name === "importing" ? (
          <>
            <Preview group={group} file={step.file} found={step.found} />
            {step.found.new + step.found.present > 0 ? (
              <Ground
                rows={step.found.new}
                total={step.found.new + step.found.present + step.found.refused}
                read={step.name === "importing" ? step.read : null}
                onGo={(consent) => void goIn(step.file, step.found, consent)}
              />
            ) : null}
          </>
        ) : null}
      </Stack>
    </Section>
  );
}

function What({ companies }: { companies: readonly string[] }) {
  const { t } = useLingui();
  const names = companies.join(t`、`);
  const several = companies.length > 1;
  return (
    <Stack gap={3}>
      <p>{t`お手元のExcel（.xlsx）かCSVのファイルを、そのまま使えます。列の順番は自由です。`}</p>
      <Terms
        terms={[
          { key: "needed", label: t`必要な列`, value: several ? t`氏名、メール、入社と退社（または在籍期間）、会社（${names}）` : t`氏名、メール、入社と退社（または在籍期間）` },
          { key: "welcome", label: t`あれば使う列`, value: several ? t`よみがな、在籍時のお名前、部署、役職` : t`よみがな、在籍時のお名前、会社、部署、役職` },
        ]}
      />
      <Quiet>{t`ほかの列は読み取りません。住所や生年月日が入っていても、取り込まれません。`}</Quiet>
    </Stack>
  );
}

type GroundProps = { rows: number; total: number; read: number | null; onGo: (consent: string) => void };

/** Why these people may be written to, and the button that keeps them. */
function Ground({ rows, total, read, onGo }: GroundProps) {
  const { t } = useLingui();
  const [consent, setConsent] = useState("");
  const [tried, setTried] = useState(false);
  const missing = tried && !consent.trim() ? t`この方々に連絡してよい理由を入力してください。` : null;
  const tooLong = [...consent].length > LONGEST;
  const go = () => {
    setTried(true);
    if (consent.trim() && !tooLong) onGo(consent);
  };
  return (
    <Stack gap={4}>
      <TextArea
        label={t`連絡してよい理由`}
        hint={t`例：2026年の総会で、名簿への記載と連絡の同意を、ご本人から得ています。この理由は、取り込みの記録として残ります。`}
        value={consent}
        onChange={setConsent}
        limit={LONGEST}
        error={missing}
        rows={3}
      />
      <Quiet>{t`参加していない方の内容は、取り込みから60日で消えます。`}</Quiet>
      {read === null ? null : <StatusLine icon="clock">{t`${plural(total, { other: "#行" })}のうち、${plural(read, { other: "#行" })}まで進みました。このページを開いたままお待ちください。`}</StatusLine>}
      <Buttons>
        <Button pending={read !== null} onClick={go}>
          {rows > 0 ? t`${plural(rows, { other: "#人" })}を取り込む` : t`内容を取り込み直す`}
        </Button>
      </Buttons>
    </Stack>
  );
}

function Imported({ counts: { added, corrected, present, refused } }: { counts: Counts }) {
  const { t } = useLingui();
  const parts = [
    corrected > 0 ? t`内容を直した方：${plural(corrected, { other: "#人" })}` : null,
    present > 0 ? t`すでに名簿かグループにいる方：${plural(present, { other: "#人" })}` : null,
    refused > 0 ? t`取り込めなかった行：${plural(refused, { other: "#行" })}` : null,
  ].filter((part) => part !== null);
  return (
    <Notice tone="good" icon="check" role="status" title={added > 0 ? t`${plural(added, { other: "#人" })}を取り込みました。` : t`新しい方はいませんでした。`}>
      {parts.map((part) => (
        <p key={part}>{part}</p>
      ))}
      {added > 0 ? <p>{t`メールはまだ送られていません。下の「招待」から送れます。`}</p> : null}
    </Notice>
  );
}
