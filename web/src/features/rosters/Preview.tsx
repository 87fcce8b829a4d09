/** What a file would bring: numbers, how the first rows were read, and each bad row with its reasons; they can be saved as a file. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { Button, Buttons } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { FieldError } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { textLanguage } from "~/ui/language";
import { Quiet, Stack, Terms } from "~/ui/Text";

import type { BadRow, Found, GoodRow } from "./list";
import { rejects } from "./list";

const EXAMPLES = 3;
const SHOWN = 50;

type PreviewProps = { group: string; file: File; found: Found };

export function Preview({ group, file, found }: PreviewProps) {
  const { t } = useLingui();
  const ignored = found.ignored.join(t`、`);
  const counted = [
    { key: "new", label: t`新しく取り込む方`, value: t`${plural(found.new, { other: "#人" })}` },
    ...(found.present > 0 ? [{ key: "present", label: t`すでに名簿かグループにいる方`, value: t`${plural(found.present, { other: "#人" })}` }] : []),
    { key: "refused", label: t`直しが必要な行`, value: t`${plural(found.refused, { other: "#行" })}` },
  ];
  return (
    <Card label={file.name}>
      <Stack gap={4}>
        <p>
          <strong lang={textLanguage(file.name)}>{file.name}</strong>
        </p>
        <div role="status">
          <Terms terms={counted} />
        </div>
        {found.good.length > 0 ? <Examples rows={found.good} /> : null}
        {found.ignored.length > 0 ? <Quiet>{t`読み取らない列：${ignored}`}</Quiet> : null}
        {found.bad.length > 0 ? <Problems group={group} file={file} rows={found.bad} total={found.refused} /> : null}
      </Stack>
    </Card>
  );
}

function Examples({ rows }: { rows: readonly GoodRow[] }) {
  const { t } = useLingui();
  const language = activeLanguage();
  return (
    <Stack gap={1}>
      <Quiet>{t`はじめの行は、次のように読み取りました。`}</Quiet>
      <ul>
        {rows.slice(0, EXAMPLES).map((row) => (
          <li key={row.line}>
            <span lang={textLanguage(row.name)}>{row.name}</span>
            {` · ${row.email} · ${formatPeriod(row.started_on.slice(0, 7), row.ended_on.slice(0, 7), language)}`}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

type ProblemsProps = { group: string; file: File; rows: readonly BadRow[]; total: number };

function Problems({ group, file, rows, total }: ProblemsProps) {
  const { t } = useLingui();
  const shown = rows.slice(0, SHOWN);
  const more = total - shown.length;
  return (
    <Stack gap={3}>
      <Fold title={t`直しが必要な行を見る（${plural(total, { other: "#行" })}）`}>
        <Stack gap={3}>
          <CardList label={t`直しが必要な行`}>
            {shown.map((row) => (
              <Problem key={row.line} row={row} />
            ))}
          </CardList>
          {more > 0 ? <Quiet>{t`ほかに${plural(more, { other: "#行" })}あります。ファイルに保存すると、すべて見られます。`}</Quiet> : null}
        </Stack>
      </Fold>
      <Save group={group} file={file} />
    </Stack>
  );
}

function Problem({ row: { line, cells, reasons } }: { row: BadRow }) {
  const { t } = useLingui();
  const text = cells.filter((cell) => cell.trim()).join(" · ");
  return (
    <Card as="li">
      <Stack gap={2}>
        <strong>{t`${line}行目`}</strong>
        {text ? (
          <Quiet as="span">
            <span lang={textLanguage(text)}>{text}</span>
          </Quiet>
        ) : null}
        <ul>
          {reasons.map((reason) => (
            <li key={reason.column + reason.code}>{`${reason.called}${t`：`}${reason.message}`}</li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

/** The bad rows with their reasons as a file; mended, it can be brought again. */
function Save({ group, file }: { group: string; file: File }) {
  const { t } = useLingui();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const name = t`直しが必要な行.csv`;
  const save = async () => {
    setSaving(true);
    setFailed(false);
    try {
      const address = URL.createObjectURL(await rejects(group, file));
      Object.assign(document.createElement("a"), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch {
      setFailed(true);
    }
    setSaving(false);
  };
  return (
    <Stack gap={2}>
      <Buttons>
        <Button variant="secondary" icon="download" pending={saving} onClick={() => void save()}>
          {t`理由をつけて、ファイルに保存する`}
        </Button>
      </Buttons>
      <Quiet>{t`保存したファイルを直して、もう一度取り込めます。同じ方が二重になることはありません。`}</Quiet>
      {failed ? <FieldError>{t`保存できませんでした。もう一度お試しください。`}</FieldError> : null}
    </Stack>
  );
}
