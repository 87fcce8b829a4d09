/** The texts to paste with a link: chosen by place and language, edited, copied. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import { type Language, activeLanguage, textsIn } from "~/lib/language";
import { CopyButton } from "~/ui/CopyButton";
import { TextArea } from "~/ui/Field";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import { type Facts, type Place, pasteText } from "./texts";

export function PasteTexts({ facts }: { facts: Facts }) {
  const { t } = useLingui();
  const [place, setPlace] = useState<Place>("FACEBOOK");
  const [language, setLanguage] = useState<Language>(activeLanguage);
  const [texts, setTexts] = useState<I18n | null>(null);
  const [edited, setEdited] = useState<Record<string, string>>({});
  useEffect(() => {
    let wanted = true;
    void textsIn("joining", language).then((found) => {
      if (wanted) setTexts(found);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  const places: { place: Place; label: string }[] = [
    { place: "FACEBOOK", label: t`Facebookグループ` },
    { place: "MAILING_LIST", label: t`メーリングリスト` },
    { place: "LINE", label: t`LINE` },
  ];
  const key = `${place}.${language}`;
  const text = edited[key] ?? (texts?.locale === language ? pasteText(place, facts, texts) : "");
  return (
    <Stack gap={3}>
      <FilterChips label={t`貼る場所`}>
        {places.map((one) => (
          <FilterChip key={one.place} pressed={place === one.place} onPress={() => setPlace(one.place)}>
            {one.label}
          </FilterChip>
        ))}
      </FilterChips>
      <FilterChips label={t`文章の言語`}>
        <FilterChip pressed={language === "ja"} onPress={() => setLanguage("ja")}>
          <span lang="ja">日本語</span>
        </FilterChip>
        <FilterChip pressed={language === "en"} onPress={() => setLanguage("en")}>
          <span lang="en">English</span>
        </FilterChip>
      </FilterChips>
      <TextArea
        label={t`貼る文章`}
        hint={t`ここで書き直してから、コピーできます。`}
        lang={language}
        rows={8}
        value={text}
        onChange={(value) => setEdited((now) => ({ ...now, [key]: value }))}
      />
      <div>
        <CopyButton text={text} done={t`文章をコピーしました。`}>
          {t`文章をコピーする`}
        </CopyButton>
      </div>
    </Stack>
  );
}
