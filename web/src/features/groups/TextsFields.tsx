/** The fields of what a group says of itself, in a proposal and on its own page. */
import { useLingui } from "@lingui/react/macro";

import { recognitionWords, runByWords } from "~/lib/words";
import { RadioGroup, TextArea, TextField } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { Stack } from "~/ui/Text";

import type { Recognition, RunBy, Texts } from "./form";

type FieldsProps = { texts: Texts; onChange: (fields: Partial<Texts>) => void; errorAt: (field: string) => string | null };

const RUN_BY: readonly RunBy[] = ["VOLUNTEERS", "COMPANY", "JOINTLY"];
const RECOGNITION: readonly Recognition[] = ["NONE", "ACKNOWLEDGED", "OFFICIAL"];

export function NameFields({ texts, onChange, errorAt }: FieldsProps) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`グループの名前`}
      hint={t`だれの集まりかがわかる名前にします。会社の公式と読まれない名前だと安心です。`}
      value={texts.name}
      onChange={(name) => onChange({ name })}
      error={errorAt("texts.name")}
      maxLength={80}
    />
  );
}

/** `axes`: who runs it and how its company stands to it, which is told once, and changed by stewards alone. */
export function AboutFields({ texts, onChange, errorAt, axes = true }: FieldsProps & { axes?: boolean }) {
  const { t } = useLingui();
  return (
    <Stack gap={5}>
      <TextArea
        label={t`どんな集まりですか`}
        hint={t`どんな人がいて、何をしているか。はじめて読む人に向けて書きます。`}
        value={texts.description}
        onChange={(description) => onChange({ description })}
        limit={1000}
        error={errorAt("texts.description")}
      />
      {axes ? <Axes texts={texts} onChange={onChange} /> : null}
      <TextArea
        label={t`グループのガイドライン`}
        optional
        hint={t`大切にしていることや、お願いしたいこと。空の行で段落が変わり、行の先頭に「-」を書くと箇条書きになります。`}
        value={texts.guidelines}
        onChange={(guidelines) => onChange({ guidelines })}
        limit={4000}
        error={errorAt("texts.guidelines")}
      />
      <TextField
        label={t`グループの連絡先`}
        optional
        hint={t`メールアドレスか、ページのアドレス。だれでも読めます。`}
        value={texts.contact}
        onChange={(contact) => onChange({ contact })}
        error={errorAt("texts.contact")}
        maxLength={200}
      />
      <TextField
        label={t`参加の確認にかかる日数`}
        hint={t`ふだんのめやすです。申し込んだ人に、いつも見えます。`}
        value={texts.usualDays}
        onChange={(usualDays) => onChange({ usualDays })}
        inputMode="numeric"
        suffix={t`日`}
        error={errorAt("texts.usualDays")}
      />
      <Fold title={t`英語で読む人のために（任意）`} forced={Boolean(texts.nameEn || texts.descriptionEn || errorAt("texts.nameEn") || errorAt("texts.descriptionEn"))}>
        <Stack gap={5}>
          <TextField
            label={t`英語の名前`}
            optional
            value={texts.nameEn}
            onChange={(nameEn) => onChange({ nameEn })}
            error={errorAt("texts.nameEn")}
            maxLength={80}
          />
          <TextArea
            label={t`英語の紹介`}
            optional
            value={texts.descriptionEn}
            onChange={(descriptionEn) => onChange({ descriptionEn })}
            limit={1000}
            error={errorAt("texts.descriptionEn")}
          />
        </Stack>
      </Fold>
    </Stack>
  );
}

function Axes({ texts, onChange }: Pick<FieldsProps, "texts" | "onChange">) {
  const { t, i18n } = useLingui();
  return (
    <>
      <RadioGroup
        label={t`だれが運営していますか`}
        value={texts.runBy}
        onChange={(runBy) => onChange({ runBy })}
        choices={RUN_BY.map((value) => ({ value, label: i18n._(runByWords[value]) }))}
        inline
      />
      <RadioGroup
        label={t`会社との関わり`}
        hint={t`会社が認めていることだけを選びます。会社の名前は、推薦や後援という意味では出ません。`}
        value={texts.recognition}
        onChange={(recognition) => onChange({ recognition })}
        choices={RECOGNITION.map((value) => ({ value, label: i18n._(recognitionWords[value]) }))}
        inline
      />
    </>
  );
}
