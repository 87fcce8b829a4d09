/** How to reach who runs a group: an address to press where it is one, otherwise as it was given. */
export function Contact({ given }: { given: string }) {
  if (given.startsWith("https://")) {
    return (
      <a href={given} rel="noreferrer">
        {given.slice("https://".length)}
      </a>
    );
  }
  if (/^[^\s@]+@[^\s@]+$/.test(given)) return <a href={`mailto:${given}`}>{given}</a>;
  return given;
}
