import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.js';
import { nodeHost, versionAbove } from './host.js';

// The way to the client (`--stdio`, `--node-ipc`, `--socket=`) stands among the arguments of the process.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, nodeHost(versionAbove(__dirname)));
connection.listen();
