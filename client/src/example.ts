import { window, workspace } from 'vscode';

/** A first Dockerfile as many people write it, with mistakes on purpose. */
const text = `# Mistakes on purpose: point at underlined words, press Ctrl+. (Cmd+. on a Mac).
FROM node:24-slim
WORKDIR /app
COPY . .
RUN npm install
RUN apt-get update && apt-get install -y curl
HEALTHCHEK CMD curl -f http://localhost:3000/health
EXPOSE 3000
CMD node server.js
`;

/** Opens the example as a new file that is not saved anywhere. */
export async function openExample(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'dockerfile', content: text }));
}
