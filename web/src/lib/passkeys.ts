/** Passkeys as the browser knows them: whether it can, how one is made and asked for; options and answers travel as JSON. */

export type Given = { ok: true; credential: string } | { ok: false; why: "stopped" | "known" | "failed" };

type Descriptor = { id: string; type: "public-key" };
type CreationOptions = Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials: Descriptor[];
};
type RequestOptions = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & { challenge: string; allowCredentials: Descriptor[] };

/** They belong to the host of the public address; under another spelling of it the browser refuses them. */
export function passkeysPossible(publicUrl: string): boolean {
  return typeof PublicKeyCredential !== "undefined" && location.hostname === new URL(publicUrl).hostname;
}

/** Whether the browser offers them in the address field's own list. */
export async function offersThem(): Promise<boolean> {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

export function makePasskey(options: string): Promise<Given> {
  const asked = JSON.parse(options) as CreationOptions;
  const publicKey = {
    ...asked,
    challenge: bytesOf(asked.challenge),
    user: { ...asked.user, id: bytesOf(asked.user.id) },
    excludeCredentials: asked.excludeCredentials.map(described),
  };
  return given(() => navigator.credentials.create({ publicKey }));
}

export function askPasskey(options: string, how: { mediation?: "conditional"; signal?: AbortSignal } = {}): Promise<Given> {
  const asked = JSON.parse(options) as RequestOptions;
  const publicKey = { ...asked, challenge: bytesOf(asked.challenge), allowCredentials: asked.allowCredentials.map(described) };
  return given(() => navigator.credentials.get({ ...how, publicKey }));
}

async function given(ask: () => Promise<Credential | null>): Promise<Given> {
  try {
    const credential = await ask();
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, why: "failed" };
    return { ok: true, credential: JSON.stringify(written(credential)) };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "InvalidStateError") return { ok: false, why: "known" };
    return { ok: false, why: name === "NotAllowedError" || name === "AbortError" ? "stopped" : "failed" };
  }
}

function written(credential: PublicKeyCredential): object {
  const { response } = credential;
  const parts: Record<string, unknown> = { clientDataJSON: textOf(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    parts["attestationObject"] = textOf(response.attestationObject);
    parts["transports"] = response.getTransports();
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts["authenticatorData"] = textOf(response.authenticatorData);
    parts["signature"] = textOf(response.signature);
    if (response.userHandle) parts["userHandle"] = textOf(response.userHandle);
  }
  return { id: credential.id, rawId: textOf(credential.rawId), type: credential.type, clientExtensionResults: {}, response: parts };
}

const described = ({ id, type }: Descriptor): PublicKeyCredentialDescriptor => ({ id: bytesOf(id), type });

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.codePointAt(0) ?? 0);
}

function textOf(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCodePoint(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
