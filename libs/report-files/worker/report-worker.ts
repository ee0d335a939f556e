import { parentPort } from 'node:worker_threads';
import { answerOf, type FileToRead } from '#report-files';

// Reads the files that it is sent, one after another. Entered through the library's index, so that it runs wherever the library does.
parentPort?.on('message', (file: FileToRead) => {
  void answerOf(file).then((answer) => parentPort?.postMessage(answer));
});
