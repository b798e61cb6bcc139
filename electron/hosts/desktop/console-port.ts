import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain, type MessagePortMain, type WebContents } from 'electron';
import type { Console } from '#electron/console.ts';
import { unexpectedErrorsToTerminal } from '#electron/hosts/unexpected.ts';
import { CONSOLE_PORT } from '#shared/contract/carrier.ts';
import { isOurs } from './origin.ts';

/**
 * Answers the contract over the port that our window's main frame hands over. A port from any other sender is closed
 * unread. A reload hands over a new port, and the old one is closed.
 */
export function answerOverPort(contents: WebContents, console: Console): void {
  const handler = new RPCHandler(console.router, { interceptors: [unexpectedErrorsToTerminal] });
  let current: MessagePortMain | undefined;
  ipcMain.on(CONSOLE_PORT, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isOurWindow(event, contents)) {
      port.close();
      return;
    }
    current?.close();
    current = port;
    handler.upgrade(port);
    port.start();
  });
}

function isOurWindow(event: IpcMainEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame !== null && frame === contents.mainFrame && isOurs(frame.url);
}
