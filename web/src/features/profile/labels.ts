/** What the fields of a profile are called, and what each of their controls is given. */
import { useLingui } from "@lingui/react/macro";

import type { Form, Levelled, Named } from "./profile";

export type FieldsProps = { form: Form; onChange: (fields: Partial<Form>) => void; errorAt: (field: string) => string | null };

export function useFieldLabels(): Record<Named, string> {
  const { t } = useLingui();
  return {
    name: t`お名前`,
    reading: t`よみがな`,
    romanised: t`ローマ字`,
    formerName: t`在籍時のお名前`,
    presentPosition: t`現在のお仕事`,
    place: t`お住まいの地域`,
    headline: t`ひとこと紹介`,
    bio: t`自己紹介`,
    gives: t`お手伝いできること`,
    asks: t`探していること`,
    skills: t`スキル`,
    languages: t`使えることば`,
    links: t`リンク`,
    availability: t`いまの状況`,
    presentEmployer: t`今の勤務先`,
    photo: t`写真`,
    availabilityToEmployer: t`今の勤務先の方への見え方`,
  };
}

/** The level's part of a field, in one place. */
export function useLevel({ form, onChange, errorAt }: FieldsProps) {
  const labels = useFieldLabels();
  return (field: Levelled) => ({
    of: labels[field],
    value: form.levels[field],
    onChange: (level: Form["levels"][Levelled]) => onChange({ levels: { ...form.levels, [field]: level } }),
    error: errorAt(`levels.${field}`),
  });
}
