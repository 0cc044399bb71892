import { hostFolder, installHost } from './vscode-host/install.js';

// vscode-host: installs the VS Code of the tests and of `npm run start:web` into its folder, unless that was done.
await installHost(hostFolder());
console.log(hostFolder());
