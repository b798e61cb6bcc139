import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const Read = z.array(
  z.object({
    headers: z.array(z.string()),
    subject: z.string(),
    to: z.array(z.object({ name: z.string(), address: z.string() })),
    reference: z.string(),
    text: z.string(),
    html: z.string(),
    parts: z.array(z.string()),
    defects: z.array(z.string()),
  }),
);

/** Mails as Python's `email` package reads them: a parser that shares nothing with the library that writes them. */
export async function readWithPython(mails: readonly Uint8Array[]): Promise<z.infer<typeof Read>> {
  const python = spawn('python3', ['test/unit/support/read-mail.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    python.on('error', (error) =>
      reject(new Error('python3 is needed: install it, or run npm test', { cause: error })),
    );
    python.on('close', resolve);
  });
  python.stdin.end(JSON.stringify(mails.map((mail) => Buffer.from(mail).toString('base64'))));
  const [code, output] = await Promise.all([ended, text(python.stdout)]);
  if (code !== 0) throw new Error(`python3 ended with ${code}`);
  return Read.parse(JSON.parse(output));
}
