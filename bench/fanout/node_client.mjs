// A real client of graphql-ws: it follows what the first line on standard input asks for, and tells each title with the moment when it came.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(`${process.argv[2]}/package.json`);
const { createClient } = require("graphql-ws");
const { WebSocket } = require("ws");

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { url, origin, query } = JSON.parse((await lines.next()).value);
class FromHere extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { origin, perMessageDeflate: false });
  }
}
const client = createClient({ url, webSocketImpl: FromHere, lazy: false, on: { connected: () => console.log("{}") } });
const told = [];
client.subscribe(
  { query },
  {
    next: ({ data }) => told.push([data.opportunities.event.opportunity?.title ?? "", Number(process.hrtime.bigint()) / 1e9]),
    error: (error) => console.error(error),
    complete: () => {},
  },
);
// Each further line asks what has come so far.
for await (const _ of lines) console.log(JSON.stringify(told.splice(0)));
