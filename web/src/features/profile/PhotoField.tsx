/** The photo: chosen on this device, cut to its middle and shown before it is sent; what the file tells of place and time stays here. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FieldError } from "~/ui/Field";
import { FileButton } from "~/ui/FileButton";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import style from "./PhotoField.module.css";

const SIDE = 1024;

const PhotoFragment = graphql(`
  fragment OwnPhoto on Person {
    id
    photo {
      small
      large
    }
  }
`);

const PhotoQuery = graphql(`
  query OwnPhoto {
    viewer {
      id
      person {
        id
        ...OwnPhoto
      }
    }
  }
`);

const RemovePhoto = graphql(`
  mutation RemovePhoto($input: RemovePhotoInput!) {
    removePhoto(input: $input) {
      ... on PhotoRemoved {
        viewer {
          id
          person {
            id
            ...OwnPhoto
          }
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

/** Draws the middle of a picture; drawing it anew leaves everything but the pixels behind. */
async function draw(file: Blob, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const side = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  canvas.width = canvas.height = Math.min(side, SIDE);
  canvas.getContext("2d")?.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
  picture.close();
}

const blobOf = (canvas: HTMLCanvasElement) => new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/jpeg", 0.92));

async function upload(canvas: HTMLCanvasElement): Promise<string | null> {
  const body = await blobOf(canvas);
  const headers = { "content-type": "image/jpeg", "x-engawa-language": activeLanguage() };
  const answer = await fetch("/photos", { method: "POST", body, headers });
  if (answer.ok) return null;
  return ((await answer.json()) as { message: string }).message;
}

export function PhotoField(props: { person: FragmentType<typeof PhotoFragment> }) {
  const { t } = useLingui();
  const person = readFragment(PhotoFragment, props.person);
  const client = useClient();
  const say = useToast();
  const remove = useSubmission(RemovePhoto);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const unreadable = t`写真を読み取れませんでした。JPEG、PNG、WebPの画像を選んでください。`;
  const failed = t`送信できませんでした。もう一度お試しください。`;

  useEffect(() => {
    if (!file || !canvas.current) return;
    void draw(file, canvas.current).catch(() => {
      setFile(null);
      setFault(unreadable);
    });
  }, [file, unreadable]);

  const choose = (chosen: File) => {
    setFault(null);
    setFile(chosen);
  };
  const send = async () => {
    if (!canvas.current) return;
    setSending(true);
    const refused = await upload(canvas.current).catch(() => failed);
    setSending(false);
    setFault(refused);
    if (refused) return;
    await client.query(PhotoQuery, {}, { requestPolicy: "network-only" }).toPromise();
    setFile(null);
    say(t`写真を変えました。`);
  };

  return (
    <Stack gap={3}>
      {file ? (
        <Stack gap={3}>
          <canvas ref={canvas} className={style.preview} role="img" aria-label={t`選んだ写真の見え方`} />
          <Quiet>{t`まんなかを正方形に切りぬきます。撮影した場所や日時の情報は、送る前に取りのぞかれます。`}</Quiet>
          <Buttons>
            <Button pending={sending} onClick={() => void send()}>
              {t`この写真にする`}
            </Button>
            <Button variant="quiet" onClick={() => setFile(null)}>
              {t`やめる`}
            </Button>
          </Buttons>
        </Stack>
      ) : (
        <Buttons>
            <FileButton accept="image/jpeg,image/png,image/webp" onChoose={choose}>
              {person.photo ? t`写真を変える` : t`写真を選ぶ`}
            </FileButton>
            {person.photo ? (
              <Button
                variant="quiet"
                pending={remove.state !== "idle"}
                onClick={() => void remove.send({}).then(({ ok }) => ok && say(t`写真を外しました。`))}
              >
                {t`写真を外す`}
              </Button>
            ) : null}
        </Buttons>
      )}
      {fault ? <FieldError>{fault}</FieldError> : null}
      <FormProblem problem={remove.problem} state={remove.state} />
    </Stack>
  );
}
