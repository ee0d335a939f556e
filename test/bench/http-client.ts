/**
 * The clients of the HTTP bench, in a process of their own: `clients` of them, each sending its next registration when the last
 * one is answered. Prints the seconds taken. Usage: http-client.js URL TOKEN CLIENTS REQUESTS PREFIX
 */
import { Agent, request } from 'node:http';

const [url = '', token = '', clients = '1', requests = '1', prefix = 'b'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) });

const started = performance.now();
let next = 0;
await Promise.all(
  Array.from({ length: Number(clients) }, async () => {
    while (next < Number(requests)) await register(`${prefix}-${next++}`);
  }),
);
console.log((performance.now() - started) / 1000);
agent.destroy();

/** Registers one application; anything but 201 ends the bench. */
function register(caseId: string): Promise<void> {
  const body = JSON.stringify({
    caseId,
    on: '2024-03-01',
    channel: 'in-person',
    applicantRef: `p-${caseId}`,
    applicantKind: 'natural-person',
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': caseId,
  };
  return new Promise((done, failed) => {
    const sent = request(`${url}/agencies/bench-city/cases`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 201 ? done() : failed(new Error(`status ${answer.statusCode}`))));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
