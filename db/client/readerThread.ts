import { parentPort, workerData } from 'node:worker_threads';
import { FileQuestions } from './fileQuestions.ts';
import type { Answer } from './fileQuestions.ts';
import { faultMessage } from './threadMessages.ts';
import type { ThreadReply, ThreadRequest, ThreadStart } from './threadMessages.ts';

/** A thread of its own with one connection that reads: what `ReaderThreads` starts. */
if (!parentPort) throw new Error('readerThread.ts is started as a thread.');
const port = parentPort;
const { path, waitMs } = workerData as ThreadStart;
const questions = new FileQuestions(path, waitMs);

port.on('message', (request: ThreadRequest) => {
  port.postMessage(reply(request));
  if (request.kind === 'close') port.close();
});

function reply(request: ThreadRequest): ThreadReply {
  const { id } = request;
  try {
    return { id, answers: act(request) };
  } catch (error) {
    return { id, fault: faultMessage(error) };
  }
}

function act(request: ThreadRequest): Answer[] {
  if (request.kind === 'answer') return questions.answers(request.statements);
  if (request.kind === 'reconnect') questions.reconnect();
  else questions.close();
  return [];
}
